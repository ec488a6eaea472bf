/** A name beside a mark, and where the mark is. */
export interface Label {
  x: number;
  y: number;
  text: string;
  /** Higher goes first. */
  rank: number;
}

export interface PlacedLabel {
  x: number;
  y: number;
  text: string;
  anchor: "start" | "end" | "middle";
  rank: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const letterWidth = 6;
const areaLetterWidth = 9.5;
const lineHeight = 12;
const gap = 12;

/** What of the map is taken by marks and names; nothing is written over them. O(n^2) in the number of names. */
export class LabelSpace {
  private readonly taken: Box[];

  constructor(marks: readonly { x: number; y: number }[]) {
    this.taken = marks.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  }

  /** Puts each name right, left, below or above its mark; one without a free place is left out, as is a repeated one. */
  place(labels: readonly Label[]): PlacedLabel[] {
    const placed: PlacedLabel[] = [];
    const seen = new Set<string>();
    for (const label of [...labels].sort((a, b) => b.rank - a.rank)) {
      if (seen.has(label.text)) continue;
      const spot = beside(label).find(({ box }) => this.isFree(box));
      if (!spot) continue;
      seen.add(label.text);
      this.taken.push(spot.box);
      placed.push(spot.label);
    }
    return placed;
  }

  /** Puts the name of an area at its middle or near it; null when there is no room. */
  placeArea({ x, y, text }: Omit<Label, "rank">): { x: number; y: number } | null {
    const half = (text.length * areaLetterWidth) / 2;
    for (const [dx, dy] of areaSteps) {
      const at = { x: x + dx, y: y + dy };
      const box = { left: at.x - half, right: at.x + half, top: at.y - lineHeight, bottom: at.y + 4 };
      if (!this.isFree(box)) continue;
      this.taken.push(box);
      return at;
    }
    return null;
  }

  private isFree(box: Box): boolean {
    return !this.taken.some((other) => overlap(box, other));
  }
}

const areaSteps = [0, 30, -30, 60, -60].flatMap((dy) => [0, 50, -50].map((dx) => [dx, dy] as const));

function beside(label: Label): { label: PlacedLabel; box: Box }[] {
  const width = label.text.length * letterWidth;
  const { x, y, text, rank } = label;
  const options = [
    { dx: gap, dy: 4, anchor: "start" as const, left: gap },
    { dx: -gap, dy: 4, anchor: "end" as const, left: -gap - width },
    { dx: 0, dy: 21, anchor: "middle" as const, left: -width / 2 },
    { dx: 0, dy: -13, anchor: "middle" as const, left: -width / 2 },
  ];
  return options.map(({ dx, dy, anchor, left }) => ({
    label: { x: x + dx, y: y + dy, text, anchor, rank },
    box: { left: x + left, right: x + left + width, top: y + dy - lineHeight + 2, bottom: y + dy + 2 },
  }));
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

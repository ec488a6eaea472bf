/** A name beside a mark, and where it may stand. */
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
const lineHeight = 12;
const gap = 12;

/**
 * Puts each label right, left, below or above its mark, where it covers neither a mark nor a label placed before; a
 * label without such a place is left out. O(n^2) in the number of labels.
 */
export function placeLabels(labels: readonly Label[], marks: readonly { x: number; y: number }[]): PlacedLabel[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  const placed: PlacedLabel[] = [];
  const seen = new Set<string>();
  for (const label of [...labels].sort((a, b) => b.rank - a.rank)) {
    if (seen.has(label.text)) continue;
    const place = places(label).find(({ box }) => !taken.some((other) => overlap(box, other)));
    if (!place) continue;
    seen.add(label.text);
    taken.push(place.box);
    placed.push(place.label);
  }
  return placed;
}

function places(label: Label): { label: PlacedLabel; box: Box }[] {
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

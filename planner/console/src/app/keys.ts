/** A page that answers keys; true when the key was for it. */
export interface KeyTarget {
  onKey(event: KeyboardEvent): boolean;
}

/** What `?` lists. */
export const allKeys: [keys: string, what: string][] = [
  ["g then s, r, e", "Schedules, Routes, Sensors"],
  ["arrows", "next and previous"],
  ["Enter", "open or accept"],
  ["Esc", "back"],
  ["p", "plan (Schedules, Routes)"],
  ["Shift + Enter", "publish the draft"],
  ["n", "next gap (Schedules)"],
  ["e", "change the chosen cell (Schedules)"],
  ["o", "say other demand than the forecast (Schedules)"],
  ["v", "next van (Routes)"],
  ["f, +, −", "fit, nearer, farther (map)"],
  ["k, a, z, x", "acknowledge, assign, shelve, not a fault (Sensors)"],
  ["1, 2, 3", "readings, control charts, devices (Sensors)"],
  ["?", "this list"],
];

/** Single letters are for the page only when nobody is writing and no modifier is down. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Turns `g` followed by a letter within 1.5 s into a jump. */
export class Jump {
  private armedAt = -Infinity;

  constructor(private readonly pathOf: (key: string) => string | undefined) {}

  /** The path to go to, "armed" after `g`, or null when the key is not part of a jump. */
  take(key: string, now: number): string | "armed" | null {
    if (key === "g") {
      this.armedAt = now;
      return "armed";
    }
    const armed = now - this.armedAt < 1500;
    this.armedAt = -Infinity;
    return armed ? (this.pathOf(key) ?? null) : null;
  }
}

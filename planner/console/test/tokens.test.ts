import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8").split("@media")[0]!;
const tokens = new Map<string, [light: string, dark: string]>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)) tokens.set(name!, [light!, dark!]);

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const share = parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function pairs(inks: string[], grounds: string[]): [ink: string, ground: string, theme: string, ratio: number][] {
  return inks.flatMap((ink) =>
    grounds.flatMap((ground) =>
      [0, 1].map((theme): [string, string, string, number] => [
        ink,
        ground,
        theme === 0 ? "light" : "dark",
        contrast(tokens.get(ink)![theme]!, tokens.get(ground)![theme]!),
      ]),
    ),
  );
}

describe("contrast", () => {
  const text = [
    ...pairs(["ink", "ink-2", "ink-3", "accent"], ["surface", "sunken", "hover", "accent-soft"]),
    ...pairs(["bad"], ["surface", "sunken", "bad-soft"]),
    ...pairs(["warn"], ["surface", "sunken", "warn-soft"]),
    ...pairs(["good"], ["surface", "sunken", "good-soft"]),
    ...pairs(["ink"], ["c1-soft", "c2-soft", "c3-soft", "c4-soft", "c5-soft", "c6-soft"]),
  ];

  it.each(text)("of text %s on %s, %s, is 4.5 or more", (_ink, _ground, _theme, ratio) => {
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  const marks = pairs(["c1", "c2", "c3", "c4", "c5", "c6", "bad-mark", "warn-mark", "good-mark", "control-line"], ["surface"]);

  it.each(marks)("of mark %s on %s, %s, is 3 or more", (_ink, _ground, _theme, ratio) => {
    expect(ratio).toBeGreaterThanOrEqual(3);
  });

  it("is computed for every pair of the file", () => {
    expect(tokens.size).toBeGreaterThan(35);
  });
});

describe("page styles", () => {
  it("name no colour of their own but ink on coloured marks", () => {
    const files = ["src/styles/console.css", "src/pages/schedules/schedules.css", "src/pages/routes/routes.css", "src/pages/sensors/sensors.css"];
    const allowed = ["#14171c", "#0c0e11", "#fff", "#000", "#0006", "#e6eff5", "#0a0f14"];
    const found = files.flatMap((file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8").match(/#[0-9a-f]{3,8}\b/gi) ?? []);
    expect(found.filter((colour) => !allowed.includes(colour))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { fit, latitudeOf, maxScale, mercator, pan, scaleBar, toScreen, zoom, type Point } from "../src/pages/routes/projection";
import { centre, clip } from "../src/pages/routes/basemap";
import { LabelSpace } from "../src/pages/routes/labels";
import { curvePath } from "../src/pages/routes/curve";

const size = { width: 800, height: 500 };

describe("Mercator", () => {
  it("puts Greenwich on the equator into the middle, and east and south up", () => {
    expect(mercator([0, 0])).toEqual([0.5, 0.5]);
    expect(mercator([180, 0])[0]).toBe(1);
    expect(mercator([0, 60])[1]).toBeCloseTo(0.5 - Math.log(Math.tan(Math.PI / 4 + Math.PI / 6)) / (2 * Math.PI), 12);
  });

  it("is undone by latitudeOf", () => {
    for (const latitude of [-80, -33.9, 0, 51.37, 84]) expect(latitudeOf(mercator([6, latitude])[1])).toBeCloseTo(latitude, 9);
  });

  it("stays finite at the poles", () => {
    expect(mercator([0, 90])[1]).toBeGreaterThanOrEqual(0);
    expect(mercator([0, -90])[1]).toBeLessThanOrEqual(1);
  });
});

describe("view", () => {
  const points = [mercator([4.9, 51.3]), mercator([7.2, 51.9]), mercator([6.1, 50.7])];

  it("fits all points inside the margin", () => {
    const view = fit(points, size, 60);
    for (const point of points) {
      const [x, y] = toScreen(view, size, point);
      expect(x).toBeGreaterThanOrEqual(59.9);
      expect(x).toBeLessThanOrEqual(740.1);
      expect(y).toBeGreaterThanOrEqual(59.9);
      expect(y).toBeLessThanOrEqual(440.1);
    }
  });

  it("shows one point without falling into it", () => {
    const view = fit([points[0]!], size, 60);
    expect(view.scale).toBeLessThan(maxScale);
    expect(toScreen(view, size, points[0]!)).toEqual([400, 250]);
  });

  it("keeps the point under the pointer when zooming", () => {
    const view = fit(points, size, 60);
    const under = toScreen(view, size, points[1]!);
    const after = toScreen(zoom(view, size, 1.7, under), size, points[1]!);
    expect(after[0]).toBeCloseTo(under[0], 6);
    expect(after[1]).toBeCloseTo(under[1], 6);
  });

  it("moves by the pixels it is dragged", () => {
    const view = fit(points, size, 60);
    const before = toScreen(view, size, points[0]!);
    const after = toScreen(pan(view, 30, -12), size, points[0]!);
    expect([after[0] - before[0], after[1] - before[1]].map(Math.round)).toEqual([30, -12]);
  });

  it("rules a round distance", () => {
    const bar = scaleBar(fit(points, size, 60), 90);
    expect([1, 2, 5]).toContain(Number(String(bar.metres).charAt(0)));
    expect(bar.pixels).toBeGreaterThan(30);
    expect(bar.pixels).toBeLessThanOrEqual(90);
  });
});

describe("outlines", () => {
  const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10]];

  it("are cut at the bounds", () => {
    const part = clip(square, { left: 5, right: 20, top: -5, bottom: 4 });
    expect(centre(part)).toEqual({ area: 20, at: [7.5, 2] });
  });

  it("outside the bounds leave nothing, and those inside stay whole", () => {
    expect(clip(square, { left: 20, right: 30, top: 0, bottom: 10 })).toEqual([]);
    expect(centre(clip(square, { left: -1, right: 11, top: -1, bottom: 11 })).area).toBe(100);
  });
});

describe("labels", () => {
  it("go to the other side of a neighbour rather than over it", () => {
    const marks = [{ x: 100, y: 100, text: "Duisburg", rank: 0 }, { x: 125, y: 100, text: "Essen", rank: 1 }];
    const placed = new LabelSpace(marks).place(marks);
    expect(placed.map((label) => [label.text, label.anchor])).toEqual([["Essen", "start"], ["Duisburg", "end"]]);
  });

  it("without room are left out, never drawn over each other", () => {
    const marks = Array.from({ length: 40 }, (_, i) => ({ x: 100 + (i % 5) * 9, y: 100 + Math.floor(i / 5) * 9, text: `Town ${i}`, rank: 0 }));
    expect(new LabelSpace(marks).place(marks).length).toBeLessThan(40);
  });
});

describe("names of areas", () => {
  it("move aside for marks, and stay away where there is no room", () => {
    expect(new LabelSpace([]).placeArea({ x: 100, y: 100, text: "Belgium" })).toEqual({ x: 100, y: 100 });
    expect(new LabelSpace([{ x: 100, y: 95 }]).placeArea({ x: 100, y: 100, text: "Belgium" })).toEqual({ x: 150, y: 100 });
    const everywhere = Array.from({ length: 900 }, (_, i) => ({ x: (i % 30) * 12, y: Math.floor(i / 30) * 12 }));
    expect(new LabelSpace(everywhere).placeArea({ x: 180, y: 180, text: "Belgium" })).toBeNull();
  });
});

describe("route curve", () => {
  it("passes through every stop", () => {
    const path = curvePath([[0, 0], [10, 0], [10, 10], [10, 10]]);
    expect(path.startsWith("M0 0C")).toBe(true);
    expect(path.match(/ 10 10(?=C|$)/g)).toHaveLength(2);
    expect(path).not.toContain("NaN");
  });
});

import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import worldUrl from "world-atlas/countries-50m.json?url";
import { mercator, type LonLat, type Point } from "./projection";

/** A closed outline on the unit square, with its bounds. */
export interface Ring {
  points: Point[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Natural Earth's land, borders between countries, and names, projected once. */
export interface Basemap {
  land: Ring[];
  borders: Ring[];
  countries: { name: string; rings: Ring[] }[];
}

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

let loaded: Promise<Basemap> | undefined;

/** Reads the outlines that lie beside the console's other files; only the first call does. */
export function loadBasemap(): Promise<Basemap> {
  loaded ??= fetch(worldUrl)
    .then((response) => response.json())
    .then((world: World) => makeBasemap(world));
  return loaded;
}

export function makeBasemap(world: World): Basemap {
  const countries = feature(world, world.objects.countries).features.map((each) => ({
    name: each.properties?.name ?? "",
    rings: outlines(each.geometry as unknown as Outline).map(ring),
  }));
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  return {
    countries,
    land: countries.flatMap((country) => country.rings),
    borders: borders.coordinates.map((line) => ring(line as unknown as LonLat[])),
  };
}

type Outline = { type: "Polygon"; coordinates: LonLat[][] } | { type: "MultiPolygon"; coordinates: LonLat[][][] } | null;

function outlines(geometry: Outline): LonLat[][] {
  if (geometry === null) return [];
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

function ring(line: readonly LonLat[]): Ring {
  const points = line.map(mercator);
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return { points, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function touches(ring: Ring, bounds: Bounds): boolean {
  return ring.left < bounds.right && ring.right > bounds.left && ring.top < bounds.bottom && ring.bottom > bounds.top;
}

/** The part of a closed outline within bounds (Sutherland and Hodgman, 1974). */
export function clip(points: readonly Point[], bounds: Bounds): Point[] {
  const { left, right, top, bottom } = bounds;
  let out = cut(points, (p) => p[0] - left);
  out = cut(out, (p) => right - p[0]);
  out = cut(out, (p) => p[1] - top);
  return cut(out, (p) => bottom - p[1]);
}

/** Keeps what has a distance of 0 or more. */
function cut(points: readonly Point[], distance: (point: Point) => number): Point[] {
  const out: Point[] = [];
  points.forEach((to, i) => {
    const from = points[(i + points.length - 1) % points.length]!;
    const a = distance(from);
    const b = distance(to);
    if (a >= 0 !== b >= 0) {
      const share = a / (a - b);
      out.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    }
    if (b >= 0) out.push(to);
  });
  return out;
}

/** Area and centre of a closed outline; the area is 0 for fewer than three points. */
export function centre(points: readonly Point[]): { area: number; at: Point } {
  let twice = 0;
  let x = 0;
  let y = 0;
  points.forEach((to, i) => {
    const from = points[(i + points.length - 1) % points.length]!;
    const cross = from[0] * to[1] - to[0] * from[1];
    twice += cross;
    x += (from[0] + to[0]) * cross;
    y += (from[1] + to[1]) * cross;
  });
  if (twice === 0) return { area: 0, at: points[0] ?? [0, 0] };
  return { area: Math.abs(twice / 2), at: [x / (3 * twice), y / (3 * twice)] };
}

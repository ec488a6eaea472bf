/** Longitude and latitude in degrees, WGS84. */
export type LonLat = readonly [longitude: number, latitude: number];
export type Point = readonly [x: number, y: number];

const maxLatitude = 85.05;
const earthMetres = 40_075_017;

/** Spherical Mercator on a unit square: x grows to the east, y to the south, both 0..1. */
export function mercator([longitude, latitude]: LonLat): Point {
  const clamped = Math.max(-maxLatitude, Math.min(maxLatitude, latitude));
  const radians = (clamped * Math.PI) / 180;
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI);
  return [(longitude + 180) / 360, y];
}

/** The latitude of a y of the unit square. */
export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** What the map shows: the unit-square point in its middle and pixels per unit. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

export function toScreen(view: View, size: Size, [x, y]: Point): Point {
  return [(x - view.x) * view.scale + size.width / 2, (y - view.y) * view.scale + size.height / 2];
}

export const minScale = 400;
export const maxScale = 8_000_000;

/** The view that shows all points with a margin in pixels; one point is shown at about 40 km across. */
export function fit(points: readonly Point[], size: Size, margin: number): View {
  if (points.length === 0) return { x: 0.5, y: 0.35, scale: minScale };
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const widest = Math.max(right - left, 0.0005);
  const highest = Math.max(bottom - top, 0.0005);
  const scale = Math.min((size.width - 2 * margin) / widest, (size.height - 2 * margin) / highest);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: clampScale(scale) };
}

/** Nearer (`factor` > 1) or farther, keeping the point under `at` where it is. */
export function zoom(view: View, size: Size, factor: number, at: Point): View {
  const scale = clampScale(view.scale * factor);
  const dx = at[0] - size.width / 2;
  const dy = at[1] - size.height / 2;
  return {
    x: view.x + dx / view.scale - dx / scale,
    y: view.y + dy / view.scale - dy / scale,
    scale,
  };
}

/** Moves what is shown by pixels. */
export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.scale, y: Math.max(0, Math.min(1, view.y - dy / view.scale)) };
}

/** A round distance that is about `wanted` pixels long in the middle of the view. */
export function scaleBar(view: View, wanted: number): { metres: number; pixels: number } {
  const metresPerPixel = (earthMetres * Math.cos((latitudeOf(view.y) * Math.PI) / 180)) / view.scale;
  const rough = metresPerPixel * wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const metres = [5, 2, 1].map((each) => each * power).find((each) => each <= rough) ?? power;
  return { metres, pixels: metres / metresPerPixel };
}

function clampScale(scale: number): number {
  return Math.max(minScale, Math.min(maxScale, scale));
}

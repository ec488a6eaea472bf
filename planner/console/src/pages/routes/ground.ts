import { svg, type SVGTemplateResult } from "lit";
import { px } from "../../parts/scale";
import { centre, clip, touches, type Basemap, type Bounds, type Ring } from "./basemap";
import type { LabelSpace } from "./labels";
import { toScreen, type Point, type Size, type View } from "./projection";

/** Land and the borders of countries, as far as they are in view. */
export function ground(basemap: Basemap, view: View, size: Size): SVGTemplateResult {
  const bounds = boundsOf(view, size);
  const at = (point: Point) => toScreen(view, size, point);
  const land = basemap.land.filter((ring) => touches(ring, bounds));
  const borders = basemap.borders.filter((ring) => touches(ring, bounds));
  return svg`<path class="earth" d=${land.map((ring) => closed(clip(ring.points, bounds), at)).join("")} />
    <path class="border" d=${borders.map((ring) => open(ring, bounds, at)).join("")} />`;
}

/** Names of the countries that take up enough of the view, near the middle of what is seen of them. */
export function countryNames(basemap: Basemap, view: View, size: Size, space: LabelSpace): SVGTemplateResult[] {
  const bounds = boundsOf(view, size);
  const whole = (bounds.right - bounds.left) * (bounds.bottom - bounds.top);
  return basemap.countries.flatMap(({ name, rings }) => {
    const parts = rings.filter((ring) => touches(ring, bounds)).map((ring) => centre(clip(ring.points, bounds)));
    const largest = parts.sort((a, b) => b.area - a.area)[0];
    if (!largest || largest.area < whole * 0.03) return [];
    const [x, y] = toScreen(view, size, largest.at);
    const spot = space.placeArea({ x, y, text: name });
    return spot ? [svg`<text class="land" x=${px(spot.x)} y=${px(spot.y)} text-anchor="middle">${name}</text>`] : [];
  });
}

/** What is seen and a little more, so that cut edges stay out of sight. */
function boundsOf(view: View, size: Size): Bounds {
  const x = (size.width / 2 / view.scale) * 1.1;
  const y = (size.height / 2 / view.scale) * 1.1;
  return { left: view.x - x, right: view.x + x, top: view.y - y, bottom: view.y + y };
}

function closed(points: readonly Point[], at: (point: Point) => Point): string {
  return points.length < 3 ? "" : `${polyline(points.map(at))}Z`;
}

function polyline(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${px(x)} ${px(y)}`).join("");
}

/** The pieces of a line of which an end lies in the bounds; the rest would only make the drawing long. */
function open(ring: Ring, bounds: Bounds, at: (point: Point) => Point): string {
  const inside = ([x, y]: Point) => x > bounds.left && x < bounds.right && y > bounds.top && y < bounds.bottom;
  let path = "";
  let drawing = false;
  for (let i = 1; i < ring.points.length; i++) {
    const from = ring.points[i - 1]!;
    const to = ring.points[i]!;
    if (!inside(from) && !inside(to)) {
      drawing = false;
      continue;
    }
    path += drawing ? "" : polyline([at(from)]);
    const [x, y] = at(to);
    path += `L${px(x)} ${px(y)}`;
    drawing = true;
  }
  return path;
}

import { svg, type SVGTemplateResult } from "lit";
import type { Place, Route, Stop } from "../../api/types";
import { kilometres } from "../../format/numbers";
import type { SiteTime } from "../../format/site-time";
import { px } from "../../parts/scale";
import { scaleBar, type Point, type Size, type View } from "./projection";
import { isLate, vanMark } from "./route-facts";

/** A circle to do, grey with a tick when passed, a diamond when late. */
export function stopMark([x, y]: Point, stop: Stop, passed: boolean): SVGTemplateResult {
  const late = isLate(stop);
  const shape = late
    ? svg`<path class="stop late" d="M${px(x)} ${px(y - 10.5)}l10.5 10.5-10.5 10.5-10.5-10.5z" />`
    : svg`<circle class="stop" cx=${px(x)} cy=${px(y)} r="8" />`;
  const mark =
    passed && !late
      ? svg`<path class="tick" d="M${px(x - 3.4)} ${px(y + 0.2)}l2.3 2.4 4.4-4.8" />`
      : svg`<text class="no" x=${px(x)} y=${px(y + 3.6)} text-anchor="middle">${stop.seq}</text>`;
  return svg`${shape}${mark}`;
}

export function stopTitle(route: Route, stop: Stop, time: SiteTime): string {
  const late = isLate(stop) ? `, ${Math.round(stop.lateMinutes)} min late` : "";
  return `${vanMark(route)} stop ${stop.seq}, ${stop.placeName}, ${time.time(stop.arrival)}${late}`;
}

/** A dashed square with the letter of the list. */
export function openMark([x, y]: Point, index: number): SVGTemplateResult {
  return svg`<g class="un">
    <rect x=${px(x - 8)} y=${px(y - 8)} width="16" height="16" rx="2" />
    <text class="no" x=${px(x)} y=${px(y + 4)} text-anchor="middle">${openLetter(index)}</text>
  </g>`;
}

export function unvisitedMark([x, y]: Point, place: Place): SVGTemplateResult {
  return svg`<circle class="unvisited" cx=${px(x)} cy=${px(y)} r="3"><title>${place.name}, no delivery</title></circle>`;
}

/** How long a round distance is, in the corner. */
export function ruler(view: View, size: Size): SVGTemplateResult {
  const { metres, pixels } = scaleBar(view, 90);
  const right = size.width - 14;
  const y = size.height - 16;
  return svg`<path class="ruler" d="M${px(right - pixels)} ${y - 4}v4H${px(right)}v-4" />
    <text x=${px(right - pixels / 2)} y=${y - 5} text-anchor="middle">${metres < 1000 ? `${metres} m` : kilometres(metres)}</text>`;
}

/** A, B, C ... for orders on no route. */
export function openLetter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}

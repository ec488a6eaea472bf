import type { Route, Routes, Stop } from "../../api/types";
import { millis } from "../../format/site-time";

/** Van colours in the order of the vehicles; more vans than colours begin again. */
export function vanColour(index: number): string {
  return `c${(index % 6) + 1}`;
}

/** A short mark for a van: its name when short, else its last word or number. */
export function vanMark(route: Pick<Route, "name" | "vehicle">): string {
  if (route.name.length <= 4) return route.name;
  const number = /(\d+)\D*$/.exec(route.name) ?? /(\d+)\D*$/.exec(route.vehicle);
  return number ? `V${Number(number[1])}` : route.name.slice(0, 3);
}

export interface LateStop {
  route: Route;
  stop: Stop;
}

/** A lateness below half a minute is drawn and told as in time. */
export function isLate(stop: Stop): boolean {
  return stop.lateMinutes >= 0.5;
}

/** Late stops, worst first. */
export function lateStops(routes: readonly Route[]): LateStop[] {
  return routes
    .flatMap((route) => route.stops.filter(isLate).map((stop) => ({ route, stop })))
    .sort((a, b) => b.stop.lateMinutes - a.stop.lateMinutes);
}

export interface RouteTotals {
  stops: number;
  passed: number;
  late: number;
  metres: number;
}

/** Sums of a day's routes; `passed` counts stops whose planned departure lies before `now`. */
export function totals(routes: Routes, now: number): RouteTotals {
  const stops = routes.routes.flatMap((route) => route.stops);
  return {
    stops: stops.length,
    passed: stops.filter((stop) => millis(stop.departure) <= now).length,
    late: stops.filter(isLate).length,
    metres: routes.routes.reduce((sum, route) => sum + route.metres, 0),
  };
}

/** Whole hours around all routes, as epoch milliseconds; null without routes. */
export function timelineSpan(routes: readonly Route[]): { from: number; to: number } | null {
  if (routes.length === 0) return null;
  const hour = 3_600_000;
  const from = Math.min(...routes.map((route) => millis(route.start)));
  const to = Math.max(...routes.map((route) => millis(route.end)));
  return { from: Math.floor(from / hour) * hour, to: Math.ceil((to + hour / 3) / hour) * hour };
}

/** Where a van is by plan: the two stops it drives between and how far, or null before and after its tour. */
export function plannedLeg(route: Route, now: number): { from: number; share: number } | null {
  if (now < millis(route.start) || now > millis(route.end)) return null;
  const leaves = [millis(route.start), ...route.stops.map((stop) => millis(stop.departure))];
  const arrives = [...route.stops.map((stop) => millis(stop.arrival)), millis(route.end)];
  for (let leg = 0; leg < leaves.length; leg++) {
    if (now < leaves[leg]!) return { from: leg, share: 0 };
    if (now < arrives[leg]!) {
      return { from: leg, share: (now - leaves[leg]!) / Math.max(1, arrives[leg]! - leaves[leg]!) };
    }
  }
  return { from: leaves.length - 1, share: 1 };
}

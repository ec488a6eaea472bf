import { px } from "../../parts/scale";
import type { Point } from "./projection";

/**
 * A calm curve through all points in order (Catmull-Rom as cubic Béziers). `tension` 0 is straight lines; handles are
 * cut to a third of their leg so that short legs never loop.
 */
export function curvePath(points: readonly Point[], tension = 0.35): string {
  const first = points[0];
  if (!first) return "";
  let path = `M${px(first[0])} ${px(first[1])}`;
  for (let i = 0; i + 1 < points.length; i++) {
    const before = points[i - 1] ?? points[i]!;
    const from = points[i]!;
    const to = points[i + 1]!;
    const after = points[i + 2] ?? to;
    const leg = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [ax, ay] = handle(from, before, to, tension, leg, 1);
    const [bx, by] = handle(to, from, after, tension, leg, -1);
    path += `C${px(ax)} ${px(ay)} ${px(bx)} ${px(by)} ${px(to[0])} ${px(to[1])}`;
  }
  return path;
}

function handle(at: Point, before: Point, after: Point, tension: number, leg: number, sign: 1 | -1): Point {
  const dx = after[0] - before[0];
  const dy = after[1] - before[1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return at;
  const reach = Math.min((length * tension) / 2, leg / 3) * sign;
  return [at[0] + (dx / length) * reach, at[1] + (dy / length) * reach];
}

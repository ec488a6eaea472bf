package io.gemba.routes.engine;

/**
 * A plan of a {@link PlainProblem}.
 *
 * @param routes customers in order of visit, no empty route; not copied, must not change
 * @param length of all ways together, in the problem's unit
 * @param absent customers on no route, because the fleet is too small
 */
@SuppressWarnings("ArrayRecordComponent") // big, handed over, never compared
public record PlainPlan(int[][] routes, long length, int absent) {

  /** Whether this plan is better: fewer absent customers first, then shorter. */
  boolean isBetterThan(PlainPlan other) {
    return absent < other.absent || (absent == other.absent && length < other.length);
  }
}

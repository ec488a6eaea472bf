package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest.Pair;

/**
 * One side of a pair of people.
 *
 * @param number of the pair in the request
 * @param pair as in the request
 * @param first whether it is the pair's first
 */
public record Bond(int number, Pair pair, boolean first) {
  /** A shift of one side, in minutes since the roster's first midnight. */
  public record Presence(Bond bond, long fromMinute, long toMinute) {}

  /** Price of so many shifts of both at one minute, in cent-minutes or, of a hard rule, minutes. */
  public static long price(Pair pair, int first, int second) {
    long minutes = pair.together() ? Math.abs(first - second) : Math.max(0, first + second - 1);
    Long cents = pair.centsPerHour();
    return cents == null ? minutes : minutes * cents;
  }

  /** Whether it is a hard rule. */
  public static boolean isHard(Pair pair) {
    return pair.centsPerHour() == null;
  }
}

package io.gemba.planner.wear;

import io.gemba.message.MachineLife;
import io.gemba.planner.wear.PlannedStops.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a part: replace it now, at the next planned stop, or leave it.
 *
 * <p>A part that is told about as much life as its model can tell is left: how much more it has
 * nobody knows, and the next cycle tells anew at no price. A worn one is left too when nine in ten
 * last until the stop after the next. Else the cheaper of now and the next stop is right.
 *
 * @param act what to do
 * @param stop the next one; null when none is planned
 * @param failsBefore chance that it fails before that; null when it is not known
 * @param laterCents expected cost of waiting for it; null when it is not known
 */
record WearAdvice(
    WearAct act, @Nullable Stop stop, @Nullable Double failsBefore, @Nullable Long laterCents) {
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final Duration LEAST_SPAN = Duration.ofDays(1);

  /**
   * Judges a part.
   *
   * @param stops the next first, none before now
   */
  static WearAdvice of(
      @Nullable MachineLife life, ReplacementRule rule, List<Stop> stops, Instant now) {
    Stop next = stops.isEmpty() ? null : stops.get(0);
    if (life == null) {
      return new WearAdvice(WearAct.WAIT, next, null, null);
    }
    if (next == null) {
      WearAct act = life.asGoodAsNew() ? WearAct.LEAVE : WearAct.PLAN_STOP;
      return new WearAdvice(act, null, null, null);
    }
    double cycles = cycles(life, now, next);
    if (life.asGoodAsNew() && cycles > life.lowCycles()) {
      return new WearAdvice(WearAct.LEAVE, next, null, null);
    }
    ReplacementRule.Choice choice = rule.price(life, cycles);
    boolean lasts =
        life.asGoodAsNew()
            || (stops.size() > 1 && cycles(life, now, stops.get(1)) <= life.lowCycles());
    WearAct act = lasts ? WearAct.LEAVE : choice.isNowCheaper() ? WearAct.NOW : WearAct.AT_STOP;
    return new WearAdvice(act, next, choice.failsBefore(), choice.laterCents());
  }

  /** Cycles that the machine will run until a stop, if it goes on running as it did. */
  private static double cycles(MachineLife life, Instant now, Stop stop) {
    double minutes = Duration.between(now, stop.at()).toMillis() / MILLIS_PER_MINUTE;
    return minutes * runningShare(life) / life.cycleMinutes();
  }

  /** Share of its time that the machine ran in the life of the part; all in the first day. */
  static double runningShare(MachineLife life) {
    Duration span = Duration.between(life.since(), life.at());
    if (span.compareTo(LEAST_SPAN) < 0) {
      return 1;
    }
    double ran = life.cycles() * life.cycleMinutes() * MILLIS_PER_MINUTE;
    return Math.min(1, ran / span.toMillis());
  }
}

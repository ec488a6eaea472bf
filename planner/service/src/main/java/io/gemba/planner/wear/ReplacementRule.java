package io.gemba.planner.wear;

import io.gemba.message.MachineLife;
import io.gemba.site.Machine;
import io.gemba.site.WearPart;

/**
 * Prices replacing a part now, or at the next planned stop, by the life that is left.
 *
 * <p>The life is taken as normal on either side of what is expected, with a tenth below its low and
 * a tenth above its high end. Waiting costs nothing when the part holds, for the stop is planned;
 * when it fails before, the repair and the unplanned stop are paid, and so is the part, in either
 * case.
 *
 * @param partCents the part with its labour, in any case
 * @param stopMinutes how long a replacement keeps the machine standing outside a planned stop
 * @param repairMinutes how long a failure does
 * @param damageCents what a failure breaks besides
 * @param downtimeCentsPerMinute what a minute of standing costs
 */
record ReplacementRule(
    long partCents,
    double stopMinutes,
    double repairMinutes,
    long damageCents,
    long downtimeCentsPerMinute) {
  /** The 90 % point of the standard normal distribution. */
  private static final double NINE_TENTHS = 1.2815515655446004;

  private static final double LEAST_DEVIATION = 0.5;

  /** The rule of a machine's part; a minute of standing costs what it costs in its losses. */
  static ReplacementRule of(Machine machine, WearPart part) {
    return new ReplacementRule(
        part.partCents(),
        part.stopMinutes(),
        part.repairMinutes(),
        part.damageCents() == null ? 0 : part.damageCents(),
        machine.downtimeCentsPerMinute());
  }

  /**
   * @throws IllegalArgumentException naming the value that is negative
   */
  ReplacementRule {
    if (partCents < 0 || damageCents < 0 || downtimeCentsPerMinute < 0) {
      throw new IllegalArgumentException(
          "partCents (%d), damageCents (%d) and downtimeCentsPerMinute (%d) must not be negative."
              .formatted(partCents, damageCents, downtimeCentsPerMinute));
    }
    if (!(stopMinutes >= 0) || !(repairMinutes >= 0)) {
      throw new IllegalArgumentException(
          "stopMinutes (%s) and repairMinutes (%s) must not be negative."
              .formatted(stopMinutes, repairMinutes));
    }
  }

  /**
   * Both ways.
   *
   * @param nowCents replace at once
   * @param laterCents expected cost of waiting for the planned stop
   * @param failsBefore chance that the part fails before it, 0..1
   */
  record Choice(long nowCents, long laterCents, double failsBefore) {
    /** Whether replacing at once is the cheaper way. */
    boolean isNowCheaper() {
      return nowCents < laterCents;
    }
  }

  /**
   * Prices the two ways.
   *
   * @param life that is left
   * @param cyclesUntilStop cycles that the machine would run until the planned stop
   */
  Choice price(MachineLife life, double cyclesUntilStop) {
    double fails = failsBefore(life, cyclesUntilStop);
    double failure = repairMinutes * downtimeCentsPerMinute + damageCents;
    return new Choice(nowCents(), Math.round(partCents + fails * failure), fails);
  }

  /** What replacing at once costs. */
  long nowCents() {
    return Math.round(partCents + stopMinutes * downtimeCentsPerMinute);
  }

  private static double failsBefore(MachineLife life, double cycles) {
    double expected = life.expectedCycles();
    double side = cycles < expected ? expected - life.lowCycles() : life.highCycles() - expected;
    double deviation = Math.max(LEAST_DEVIATION, side / NINE_TENTHS);
    return cycles <= 0 ? 0 : normal((cycles - expected) / deviation);
  }

  /** Standard normal distribution, to 1e-7 (Abramowitz and Stegun, 26.2.17). */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        Math.exp(-z * z / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z > 0 ? 1 - tail : tail;
  }
}

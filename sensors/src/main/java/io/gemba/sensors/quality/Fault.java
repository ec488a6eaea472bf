package io.gemba.sensors.quality;

import io.gemba.message.Episode.Severity;

/**
 * What can be wrong with a sensor: with what it says, so that it is not trusted, or only with how
 * its readings come, so that those that come once and in time are.
 */
public enum Fault {
  UNKNOWN_SENSOR("unknown-sensor", Severity.LOW, "is not in the site file"),
  CLOCK_SKEW("clock-skew", Severity.LOW, "has a clock that runs more than 5 minutes ahead"),
  CLOCK_BEHIND("clock-skew", Severity.LOW, "has a clock that runs behind"),
  OUT_OF_RANGE("range", Severity.MEDIUM, "shows values that cannot be true"),
  IMPOSSIBLE_JUMP("spike", Severity.LOW, "jumps as no process can"),
  STUCK("stuck", Severity.MEDIUM, "repeats one value"),
  STALE("stale", Severity.MEDIUM, "sends nothing any more"),
  GAP("gap", Severity.LOW, "loses readings"),
  DUPLICATE("duplicate", Severity.LOW, "sends readings more than once"),
  OUT_OF_ORDER("out-of-order", Severity.LOW, "sends readings after later ones");

  private final String label;
  private final Severity severity;
  private final String sentence;

  Fault(String label, Severity severity, String sentence) {
    this.label = label;
    this.severity = severity;
    this.sentence = sentence;
  }

  /** The word that messages use, for example {@code stuck}. */
  public String label() {
    return label;
  }

  Severity severity() {
    return severity;
  }

  String sentence() {
    return sentence;
  }
}

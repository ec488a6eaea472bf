package io.gemba.sensors.quality;

import io.gemba.message.Episode.Severity;

/** What can be wrong with a sensor. */
public enum Fault {
  UNKNOWN_SENSOR("unknown-sensor", Severity.LOW, "is not in the site file"),
  CLOCK_SKEW("clock-skew", Severity.LOW, "has a clock that runs ahead"),
  OUT_OF_RANGE("range", Severity.MEDIUM, "shows values that cannot be true"),
  IMPOSSIBLE_JUMP("spike", Severity.LOW, "jumps as no process can"),
  STUCK("stuck", Severity.MEDIUM, "repeats one value"),
  STALE("stale", Severity.MEDIUM, "sends nothing any more");

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

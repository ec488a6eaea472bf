package io.gemba.planner.wear;

import io.gemba.message.MachineLife;
import io.gemba.planner.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lives of the filler's bearing in cycles of an hour, of at most 125. */
public final class TestLives {
  private TestLives() {}

  /** After 100 hours in which it never stood. */
  public static MachineLife life(double expected, double low, double high) {
    return life(expected, low, high, TestSite.NOW.minus(Duration.ofHours(100)), TestSite.NOW);
  }

  /** After 100 hours of running in some time. */
  public static MachineLife life(
      double expected, double low, double high, Instant since, Instant at) {
    return new MachineLife(
        "filler",
        "bearing-model",
        since,
        at,
        100,
        60,
        expected,
        low,
        high,
        125,
        List.of(new MachineLife.Moved("filler/vibration", 7.5)),
        List.of());
  }
}

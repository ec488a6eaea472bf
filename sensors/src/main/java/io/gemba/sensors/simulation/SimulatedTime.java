package io.gemba.sensors.simulation;

import java.time.Clock;
import java.time.Instant;

/** Time that runs {@code speed} times as fast as the clock from a start on. Thread safe. */
final class SimulatedTime {
  private final Clock clock;
  private final long startMillis;
  private final double speed;

  /**
   * @param speed above 0
   */
  SimulatedTime(Clock clock, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException(
          "simulation.speed (" + speed + ") must be above 0. Usual is 1.");
    }
    this.clock = clock;
    this.startMillis = clock.millis();
    this.speed = speed;
  }

  long startMillis() {
    return startMillis;
  }

  long nowMillis() {
    return at(clock.millis());
  }

  Instant now() {
    return Instant.ofEpochMilli(nowMillis());
  }

  /** Simulated time of a time of the clock; before the start both are the same. */
  Instant at(Instant clockTime) {
    return Instant.ofEpochMilli(at(clockTime.toEpochMilli()));
  }

  /** Milliseconds of the clock until a simulated time; 0 when it is over. */
  long millisUntil(long simulatedMillis) {
    return Math.max(0, (long) Math.ceil((simulatedMillis - nowMillis()) / speed));
  }

  private long at(long clockMillis) {
    long since = clockMillis - startMillis;
    return startMillis + (since <= 0 ? since : (long) (since * speed));
  }
}

package io.gemba.message;

import java.time.Instant;

/**
 * Tells the simulator to misbehave.
 *
 * @param id unique
 * @param fault what goes wrong
 * @param target machine, sensor, place, item, vehicle or person id, as the fault needs
 * @param at when it was asked for
 * @param minutes how long it lasts, above 0
 * @param intensity 1 is the usual strength, above 0
 */
public record SimulationCommand(
    String id, Fault fault, String target, Instant at, double minutes, double intensity) {

  /** What the simulator can get wrong. */
  public enum Fault {
    /** Target machine: vibration and current drift up, then the machine goes down. */
    BEARING_WEAR,
    /** Target sensor: keeps repeating its last value. */
    STUCK_SENSOR,
    /** Target item, or {@code *}: demand is multiplied by 1 + intensity. */
    DEMAND_SURGE,
    /** Target vehicle. */
    VAN_BREAKDOWN,
    /** Target person. */
    SICK_CALL
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or a number is not above 0
   */
  public SimulationCommand {
    Require.id(id, "id");
    Require.present(fault, "fault");
    Require.id(target, "target");
    Require.present(at, "at");
    if (Require.notNegative(minutes, "minutes") == 0) {
      throw new IllegalArgumentException("minutes (0) must be above 0.");
    }
    if (Require.notNegative(intensity, "intensity") == 0) {
      throw new IllegalArgumentException("intensity (0) must be above 0. Usual is 1.");
    }
  }
}

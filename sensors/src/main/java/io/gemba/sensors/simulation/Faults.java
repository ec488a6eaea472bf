package io.gemba.sensors.simulation;

import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The faults that were ordered, and what each does at a time. A worn bearing drifts for a minute,
 * stands for the minutes of the command, and is mended within half a minute. Thread safe.
 */
final class Faults {
  /** From the command until a worn bearing stops its machine. */
  static final long DRIFT_MILLIS = 60_000;

  /** From the machine's restart until nothing is left of the wear. */
  static final long HEAL_MILLIS = 30_000;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private final List<Active> active = new CopyOnWriteArrayList<>();

  private record Active(SimulationCommand command, long startMillis) {
    boolean is(Fault fault, String target) {
      return command.fault() == fault && command.target().equals(target);
    }

    long lastsMillis() {
      return (long) (command.minutes() * MILLIS_PER_MINUTE);
    }

    boolean stands(long atMillis) {
      long stood = atMillis - startMillis - DRIFT_MILLIS;
      return stood >= 0 && stood < lastsMillis();
    }

    long endMillis() {
      long drift = command.fault() == Fault.BEARING_WEAR ? DRIFT_MILLIS + HEAL_MILLIS : 0;
      return startMillis + drift + lastsMillis();
    }
  }

  /**
   * Takes a command, unless it is over by now or already known.
   *
   * @param startMillis when it began, in simulated time
   * @param nowMillis simulated time
   * @return whether it was taken
   */
  boolean add(SimulationCommand command, long startMillis, long nowMillis) {
    Active fault = new Active(command, startMillis);
    boolean known = active.stream().anyMatch(a -> a.command().id().equals(command.id()));
    if (known || fault.endMillis() <= nowMillis) {
      return false;
    }
    active.removeIf(a -> a.endMillis() <= nowMillis);
    active.add(fault);
    return true;
  }

  /** Whether nothing is left of a command at a time. */
  static boolean isOver(SimulationCommand command, long startMillis, long nowMillis) {
    return new Active(command, startMillis).endMillis() <= nowMillis;
  }

  /** Wear of a machine's bearing: 0 is none, 1 the usual most, above by intensity. */
  double wear(String machine, long atMillis) {
    double most = 0;
    for (Active fault : active) {
      if (fault.is(Fault.BEARING_WEAR, machine)) {
        most = Math.max(most, fault.command().intensity() * wearShare(fault, atMillis));
      }
    }
    return most;
  }

  /** Whether a worn bearing keeps a machine from running. */
  boolean isDown(String machine, long atMillis) {
    return active.stream()
        .filter(fault -> fault.is(Fault.BEARING_WEAR, machine))
        .anyMatch(fault -> fault.stands(atMillis));
  }

  /**
   * Whether a sensor repeats its last value.
   *
   * @param sensor {@code machine/sensor}
   */
  boolean isStuck(String sensor, long atMillis) {
    return active.stream()
        .filter(fault -> fault.is(Fault.STUCK_SENSOR, sensor))
        .anyMatch(f -> atMillis >= f.startMillis() && atMillis < f.endMillis());
  }

  private static double wearShare(Active fault, long atMillis) {
    long since = atMillis - fault.startMillis();
    long mended = since - DRIFT_MILLIS - fault.lastsMillis();
    if (since < 0 || mended >= HEAL_MILLIS) {
      return 0;
    }
    return mended > 0
        ? 1 - mended / (double) HEAL_MILLIS
        : Math.min(1, since / (double) DRIFT_MILLIS);
  }
}

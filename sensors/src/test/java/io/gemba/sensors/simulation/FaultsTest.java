package io.gemba.sensors.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final long START = 1_000_000;
  private static final long MINUTE = 60_000;
  private final Faults faults = new Faults();

  @Test
  void add_commandThatIsOver_isIgnored() {
    SimulationCommand stuck = command("c-1", Fault.STUCK_SENSOR, 2, 1);

    assertThat(faults.add(stuck, START, START + 2 * MINUTE)).isFalse();
    assertThat(faults.isStuck("m/s", START + MINUTE)).isFalse();
    assertThat(faults.add(stuck, START, START + 2 * MINUTE - 1)).isTrue();
    assertThat(faults.isStuck("m/s", START + MINUTE)).isTrue();
  }

  @Test
  void add_sameId_isTakenOnce() {
    SimulationCommand wear = command("c-1", Fault.BEARING_WEAR, 2, 1);

    assertThat(faults.add(wear, START, START)).isTrue();
    assertThat(faults.add(wear, START + 500, START + 500)).isFalse();
  }

  @Test
  void wear_risesForAMinuteHoldsAndHeals() {
    faults.add(command("c-1", Fault.BEARING_WEAR, 3, 2), START, START);

    assertThat(faults.wear("m/s", START - 1)).isZero();
    assertThat(faults.wear("m/s", START + MINUTE / 2)).isCloseTo(1, within(1e-9));
    assertThat(faults.wear("m/s", START + 2 * MINUTE)).isEqualTo(2);
    assertThat(faults.wear("m/s", START + 4 * MINUTE + 15_000)).isCloseTo(1, within(1e-9));
    assertThat(faults.wear("m/s", START + 5 * MINUTE)).isZero();
    assertThat(faults.wear("other", START + 2 * MINUTE)).isZero();
  }

  @Test
  void isDown_afterTheDriftForTheMinutes() {
    faults.add(command("c-1", Fault.BEARING_WEAR, 3, 1), START, START);

    assertThat(faults.isDown("m/s", START + MINUTE - 1)).isFalse();
    assertThat(faults.isDown("m/s", START + MINUTE)).isTrue();
    assertThat(faults.isDown("m/s", START + 4 * MINUTE - 1)).isTrue();
    assertThat(faults.isDown("m/s", START + 4 * MINUTE)).isFalse();
  }

  private static SimulationCommand command(
      String id, Fault fault, double minutes, double intensity) {
    return new SimulationCommand(id, fault, "m/s", Instant.ofEpochMilli(START), minutes, intensity);
  }
}

package io.gemba.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.sensors.detect.MachineSensors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
final class MachineOperatorTest {
  private static final long START = 1_790_000_000_000L;
  private static final int LEARNT = 2_500;
  private static final Map<String, MachineSensors> MACHINES =
      Map.of(
          "press", new MachineSensors("press", List.of("press/speed", "press/current"), 1_000),
          "oven", new MachineSensors("oven", List.of("oven/speed", "oven/current"), 1_000));

  private final Random random = new Random(8);

  @Test
  void twoMachines_oneWithAFault_alarmsOfThatOneOnly() throws Exception {
    try (var harness = harness()) {
      harness.open();

      run(harness, "press", 0, LEARNT + 100, LEARNT);
      run(harness, "oven", 0, LEARNT + 100, Integer.MAX_VALUE);

      assertThat(episodes(harness)).extracting(Episode::machine).isNotEmpty().containsOnly("press");
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
      assertThat(harness.numProcessingTimeTimers() + harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void repeatedAndReversedReadings_leaveOneAlarm() throws Exception {
    try (var harness = harness()) {
      harness.open();
      run(harness, "press", 0, LEARNT + 100, LEARNT);
      int said = episodes(harness).size();

      for (int second = LEARNT + 100; second > LEARNT; second--) {
        harness.processElement1(reading("press/speed", second, 50), 0);
        harness.processElement1(reading("press/current", second, 70), 0);
      }

      assertThat(episodes(harness)).hasSizeBetween(1, said);
      assertThat(episodes(harness).stream().map(Episode::id).distinct()).hasSize(1);
    }
  }

  @Test
  void restored_inAnAlarm_closesItOnce() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = harness()) {
      harness.open();
      run(harness, "press", 0, LEARNT + 100, LEARNT);
      snapshot = harness.snapshot(1, 1);
    }
    try (var restored = harness()) {
      restored.initializeState(snapshot);
      restored.open();

      run(restored, "press", LEARNT + 100, LEARNT + 400, Integer.MAX_VALUE);

      assertThat(episodes(restored))
          .extracting(Episode::state)
          .containsExactly(Episode.State.CLOSED);
    }
  }

  @Test
  void alarmThatWasNoFault_asksForMoreOfThatMachine_alsoThroughARestart() throws Exception {
    OperatorSubtaskState learnt;
    OperatorSubtaskState taught;
    try (var harness = harness()) {
      harness.open();
      run(harness, "press", 0, LEARNT, Integer.MAX_VALUE);
      learnt = harness.snapshot(1, 1);
      for (int i = 0; i < 6; i++) {
        harness.processElement2(MachineNote.notAFault(said("machine-press-" + i)), 0);
      }
      taught = harness.snapshot(2, 2);
    }

    double weakest = weakestThatAlarms(learnt);

    assertThat(alarmsBy(taught, weakest)).isFalse();
    assertThat(weakestThatAlarms(taught)).isGreaterThan(weakest);
  }

  private double weakestThatAlarms(OperatorSubtaskState state) throws Exception {
    double shift = 1;
    while (!alarmsBy(state, shift)) {
      shift *= 1.1;
      assertThat(shift).as("no shift alarms").isLessThan(1_000);
    }
    return shift;
  }

  /** Whether the machine alarms when its current is shifted for a minute and a half. */
  private static boolean alarmsBy(OperatorSubtaskState state, double shift) throws Exception {
    Random noise = new Random(4);
    try (var restored = harness()) {
      restored.initializeState(state);
      restored.open();
      for (int second = LEARNT; second < LEARNT + 90; second++) {
        double speed = 50 + 10 * Math.sin(second / 300.0);
        double current = 20 + speed + shift + noise.nextGaussian();
        restored.processElement1(reading("press/speed", second, speed + noise.nextGaussian()), 0);
        restored.processElement1(reading("press/current", second, current), 0);
      }
      return !episodes(restored).isEmpty();
    }
  }

  private static AlarmFeedback said(String id) {
    Instant last = Instant.ofEpochMilli(START);
    return new AlarmFeedback(id, "press/speed", "machine", last, "Ann", last);
  }

  private void run(
      KeyedTwoInputStreamOperatorTestHarness<String, Reading, MachineNote, Episode> harness,
      String machine,
      int from,
      int to,
      int faultFrom)
      throws Exception {
    for (int second = from; second < to; second++) {
      double speed = 50 + 10 * Math.sin(second / 300.0);
      double current = second >= faultFrom ? 120 - speed : 20 + speed;
      harness.processElement1(
          reading(machine + "/speed", second, speed + random.nextGaussian()), 0);
      harness.processElement1(
          reading(machine + "/current", second, current + random.nextGaussian()), 0);
    }
  }

  private static List<Episode> episodes(
      KeyedTwoInputStreamOperatorTestHarness<String, Reading, MachineNote, Episode> harness) {
    return harness.extractOutputValues();
  }

  private static Reading reading(String sensor, int second, double value) {
    long at = START + second * 1_000L;
    return new Reading(sensor, at, value, second, at);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Reading, MachineNote, Episode>
      harness() throws Exception {
    KeyedTwoInputStreamOperatorTestHarness<String, Reading, MachineNote, Episode> harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new MachineOperator(MACHINES)),
            reading -> reading.sensor().substring(0, reading.sensor().indexOf('/')),
            MachineNote::machine,
            Types.STRING);
    harness.setup(
        MessageTypes.of(Episode.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }
}

package io.gemba.jobs.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.CapacityLoss;
import io.gemba.message.DeadLetter;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.ProductionWindow;
import io.gemba.sensors.production.HourClock;
import io.gemba.sensors.production.MachineSite;
import io.gemba.sensors.production.MachineSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
final class MachineOperatorTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");
  private static final long START = SIX.toEpochMilli();

  private KeyedTwoInputStreamOperatorTestHarness<String, MachineState, Episode, ProductionWindow>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    harness.setProcessingTime(START);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void openWindow_everyTick_isRevisedWhileTimePasses() throws Exception {
    state("a", 0, State.RUNNING);

    harness.setProcessingTime(START + 2 * MachineOperator.TICK_MILLIS);
    harness.setProcessingTime(START + 4 * MachineOperator.TICK_MILLIS);

    List<ProductionWindow> windows = harness.extractOutputValues();
    assertThat(windows).extracting(ProductionWindow::id).containsOnly("production-a-" + START);
    assertThat(windows).extracting(ProductionWindow::revision).isSorted().doesNotHaveDuplicates();
    assertThat(windows).extracting(ProductionWindow::closed).containsOnly(false);
    assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void silentMachine_afterItsTimeIsUp_leavesNoTimer() throws Exception {
    state("a", 0, State.RUNNING);

    for (int i = 1; i < 100; i++) {
      harness.setProcessingTime(START + i * MachineOperator.TICK_MILLIS);
    }

    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
  }

  @Test
  void twoMachines_oneDown_onlyThatOneLoses() throws Exception {
    state("a", 0, State.RUNNING);
    state("b", 0, State.RUNNING);
    harness.processElement2(alarm("alarm-of-a", "a"), 0);
    harness.processElement2(alarm("alarm-of-b", "b"), 0);

    state("b", 60, State.DOWN);

    assertThat(losses(harness)).extracting(CapacityLoss::machine).containsExactly("b");
    assertThat(losses(harness).get(0).causes()).containsExactly("alarm-of-b");
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void reversedAndRepeatedStates_lateByMinutes_makeTheSameHour() throws Exception {
    List<Integer> minutes = new ArrayList<>();
    for (int minute = 0; minute < 50; minute++) {
      minutes.add(minute);
      minutes.add(minute);
    }
    Collections.reverse(minutes);
    harness.setProcessingTime(START + 3_000_000);

    for (int minute : minutes) {
      state("a", 60 * minute, minute == 20 ? State.DOWN : State.RUNNING);
    }
    harness.setProcessingTime(START + 3_000_000 + MachineOperator.TICK_MILLIS);

    List<ProductionWindow> windows = harness.extractOutputValues();
    ProductionWindow last = windows.get(windows.size() - 1);
    assertThat(last.goodCount()).isEqualTo(50);
    assertThat(last.lostMinutes().get("down")).isCloseTo(1, Offset.offset(1e-9));
  }

  @Test
  void unusableStates_leaveByTheSide_andTouchNothing() throws Exception {
    state("nobody", 0, State.RUNNING);
    state("a", 86_400, State.RUNNING);

    assertThat(harness.getSideOutput(MachineOperator.UNUSABLE))
        .extracting(record -> record.getValue())
        .extracting(DeadLetter::key)
        .containsExactly("nobody", "a");
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void restored_inAStop_endsTheSameLoss() throws Exception {
    state("a", 0, State.RUNNING);
    state("a", 60, State.DOWN);
    String id = losses(harness).get(0).id();
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);

    try (var restored = harness()) {
      restored.initializeState(snapshot);
      restored.open();
      restored.setProcessingTime(START + 660_000);
      restored.processElement1(message("a", 60, State.DOWN), 0);
      restored.processElement1(message("a", 660, State.RUNNING), 0);

      CapacityLoss last = losses(restored).get(losses(restored).size() - 1);
      assertThat(last.id()).isEqualTo(id);
      assertThat(last.open()).isFalse();
      assertThat(last.lostUnits()).isCloseTo(100, Offset.offset(1e-9));
    }
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, MachineState, Episode, ProductionWindow>
      harness() throws Exception {
    HourClock clock = new HourClock(ZoneOffset.UTC, List.of());
    KeyedTwoInputStreamOperatorTestHarness<String, MachineState, Episode, ProductionWindow>
        harness =
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(
                    new MachineOperator(Map.of("a", site("a", clock), "b", site("b", clock)))),
                MachineState::machine,
                Episode::machine,
                Types.STRING);
    harness.setup(
        MessageTypes.of(ProductionWindow.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private static MachineSite site(String machine, HourClock clock) {
    return new MachineSite(new MachineSpec(machine, "line", 600, 6, 350, 100, 40, 300_000), clock);
  }

  private void state(String machine, int second, State state) throws Exception {
    harness.processElement1(message(machine, second, state), 0);
  }

  private static MachineState message(String machine, int second, State state) {
    return new MachineState(machine, SIX.plusSeconds(second), second, state, null, "soup", 1, 0);
  }

  private static List<CapacityLoss> losses(
      KeyedTwoInputStreamOperatorTestHarness<String, MachineState, Episode, ProductionWindow>
          from) {
    return from.getSideOutput(MachineOperator.LOSSES).stream()
        .map(record -> record.getValue())
        .toList();
  }

  private static Episode alarm(String id, String machine) {
    return new Episode(
        id,
        0,
        Episode.Kind.ANOMALY,
        machine + "/s",
        machine,
        "level",
        Episode.State.OPEN,
        Episode.Severity.HIGH,
        7,
        SIX,
        SIX,
        null,
        9,
        null,
        null,
        "It is high.",
        List.of());
  }
}

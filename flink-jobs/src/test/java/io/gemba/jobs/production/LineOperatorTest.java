package io.gemba.jobs.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Bottleneck;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.sensors.production.HourClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
final class LineOperatorTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");
  private static final long START = SIX.toEpochMilli();

  private KeyedOneInputStreamOperatorTestHarness<String, MachineState, Bottleneck> harness;

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
  void ticks_reviseTheHour_untilTheLineIsSilent() throws Exception {
    state(harness, "a1", 0, State.RUNNING);

    for (int i = 1; i < 100; i++) {
      harness.setProcessingTime(START + i * LineOperator.TICK_MILLIS);
    }

    List<Bottleneck> said = harness.extractOutputValues();
    assertThat(said).extracting(Bottleneck::id).containsOnly("bottleneck-a-" + START);
    assertThat(said).extracting(Bottleneck::revision).isSorted().doesNotHaveDuplicates();
    assertThat(said.get(said.size() - 1).shares())
        .containsExactly(new Bottleneck.Share("a1", 5, 0));
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
  }

  @Test
  void twoLines_haveTheirOwnBottlenecks() throws Exception {
    state(harness, "a1", 0, State.RUNNING);
    state(harness, "b1", 0, State.RUNNING);

    harness.setProcessingTime(START + LineOperator.TICK_MILLIS);

    assertThat(harness.extractOutputValues())
        .extracting(Bottleneck::machine)
        .containsExactlyInAnyOrder("a1", "b1");
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void machineWithoutALine_leavesNothing() throws Exception {
    state(harness, "loner", 0, State.RUNNING);

    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void restored_remembersSinceWhen() throws Exception {
    state(harness, "a1", 0, State.RUNNING);
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);

    try (var restored = harness()) {
      restored.initializeState(snapshot);
      restored.open();
      restored.setProcessingTime(START + 60_000);
      state(restored, "a1", 60, State.DOWN);
      restored.setProcessingTime(START + 60_000 + LineOperator.TICK_MILLIS);

      assertThat(restored.extractOutputValues()).extracting(Bottleneck::since).contains(SIX);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, MachineState, Bottleneck> harness()
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new LineOperator(new HourClock(ZoneOffset.UTC, List.of()))),
            (MachineState message) ->
                message.machine().equals("loner") ? "" : message.machine().substring(0, 1),
            Types.STRING);
    harness.setup(
        MessageTypes.of(Bottleneck.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private static void state(
      KeyedOneInputStreamOperatorTestHarness<String, MachineState, Bottleneck> to,
      String machine,
      int second,
      State state)
      throws Exception {
    to.processElement(
        new MachineState(machine, SIX.plusSeconds(second), second, state, null, "soup", 1, 0), 0);
  }
}

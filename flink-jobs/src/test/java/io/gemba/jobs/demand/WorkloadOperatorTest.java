package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.TestShop;
import io.gemba.jobs.pace.Pace;
import io.gemba.message.Workload;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted when it is closed
final class WorkloadOperatorTest {
  private static final int ORIGIN = (int) LocalDate.of(2026, 11, 22).toEpochDay();
  private static final long NOON = 1_795_000_000_000L;

  private KeyedTwoInputStreamOperatorTestHarness<String, PlaceTotals, PlannedWork, Workload>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    harness.setProcessingTime(NOON);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void totalsOfAllPlaces_giveOneWorkloadATaskAndDay() throws Exception {
    take("a", ORIGIN, 100);
    take("b", ORIGIN, 50);
    take("c", ORIGIN, 20);
    wait(2);

    Workload first = harness.extractOutputValues().get(0);
    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
    assertThat(first.id()).isEqualTo("warehouse/pick/2026-11-23");
    assertThat(first.units()).hasSize(7);
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void firstWork_waitsForAllPlaces_thenForQuietAlone() throws Exception {
    take("a", ORIGIN, 100);
    take("c", ORIGIN, 20);
    wait(5);
    assertThat(harness.extractOutputValues()).as("a part of the work").isEmpty();

    take("b", ORIGIN, 50);
    wait(6);
    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
    assertThat(harness.extractOutputValues()).allMatch(work -> work.revision() == 0);

    take("a", ORIGIN, 130);
    wait(7);
    assertThat(harness.extractOutputValues()).hasSize(4 * WorkloadRule.DAYS);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void firstWork_ofAPlaceThatSaysNothing_isNotWaitedForLongerThanPatience() throws Exception {
    take("a", ORIGIN, 100);
    harness.setProcessingTime(NOON + WorkloadOperator.PATIENCE_MILLIS - 1);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.setProcessingTime(NOON + WorkloadOperator.PATIENCE_MILLIS);

    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void firstWork_waitsOnWhilePlacesStillSpeak_butNotForEver() throws Exception {
    for (long at = 0; at < WorkloadOperator.MOST_PATIENCE_MILLIS; at += 15_000) {
      harness.setProcessingTime(NOON + at);
      take("a", ORIGIN, 100 + (float) at);
    }
    harness.setProcessingTime(NOON + WorkloadOperator.MOST_PATIENCE_MILLIS - 1);
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.setProcessingTime(NOON + WorkloadOperator.MOST_PATIENCE_MILLIS);

    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
  }

  @Test
  void sameTotalsAgain_sayNothing() throws Exception {
    takeAll();
    wait(2);

    take("a", ORIGIN, 100);
    wait(4);

    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
  }

  @Test
  void nextDay_revisesTheDaysThatChangedAndAddsOne() throws Exception {
    takeAll();
    wait(2);
    harness.getOutput().clear();

    take("a", ORIGIN + 1, 120);
    wait(4);

    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
    assertThat(harness.extractOutputValues().get(0).revision()).isEqualTo(1);
    assertThat(harness.extractOutputValues().get(2 * WorkloadRule.DAYS - 1).revision()).isZero();
  }

  @Test
  void restored_knowsWhatWasSent() throws Exception {
    takeAll();
    wait(2);
    take("b", ORIGIN, 0);
    OperatorSubtaskState snapshot = harness.snapshot(1, 0);

    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    wait(4);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void plannedWork_changesItsDaysOnly_andIsTakenBack() throws Exception {
    takeAll();
    wait(2);
    harness.getOutput().clear();

    plan(ORIGIN + 2, 40.0);
    wait(4);
    List<Workload> planned = List.copyOf(harness.extractOutputValues());
    harness.getOutput().clear();
    plan(ORIGIN + 2, 0.0);
    wait(6);

    assertThat(planned)
        .extracting(Workload::id)
        .containsExactly("warehouse/pick/2026-11-24", "warehouse/pack/2026-11-24");
    assertThat(planned).allMatch(work -> work.revision() == 1);
    assertThat(harness.extractOutputValues())
        .hasSize(2)
        .allSatisfy(
            work ->
                assertThat(work.mean().stream().mapToDouble(each -> each).sum())
                    .isCloseTo(100, within(0.1)));
    assertThat(harness.numKeyedStateEntries()).as("no plan is left").isEqualTo(2);
  }

  @Test
  void plannedWorkOfPastDays_leavesTheState() throws Exception {
    takeAll();
    plan(ORIGIN + 1, 40.0);
    wait(2);
    int before = harness.numKeyedStateEntries();

    take("a", ORIGIN + 1, 100);
    wait(4);

    assertThat(before).isEqualTo(3);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void checkpointFromBeforeOverrides_isRestored() throws Exception {
    OperatorSubtaskState snapshot;
    try (var old =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new WithoutOverrides()),
            PlaceTotals::workPlace,
            Types.STRING)) {
      old.open();
      old.setProcessingTime(NOON);
      for (String place : List.of("a", "b", "c")) {
        old.processElement(totals(place, ORIGIN, 100), 0);
      }
      snapshot = old.snapshot(1, 0);
    }

    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    wait(2);

    assertThat(harness.extractOutputValues()).hasSize(2 * WorkloadRule.DAYS);
  }

  /** The state and the timer of the operator as it was before planners could say anything. */
  private static final class WithoutOverrides
      extends KeyedProcessFunction<String, PlaceTotals, Workload> {
    private static final long serialVersionUID = 1;
    private static final Pace.Limits LIMITS = new Pace.Limits(500, 6_000);

    @Override
    public void processElement(PlaceTotals totals, Context context, Collector<Workload> out)
        throws Exception {
      var work =
          getRuntimeContext()
              .getState(new ValueStateDescriptor<>("work", new WorkState.StateCodec().flinkType()));
      WorkState state = work.value() == null ? new WorkState() : work.value();
      getRuntimeContext()
          .getMapState(
              new MapStateDescriptor<>(
                  "totals", Types.STRING, new PlaceTotals.TotalsCodec().flinkType()))
          .put(totals.place(), totals);
      long timer = state.pace().changedAt(NOON, LIMITS);
      if (timer != 0) {
        context.timerService().registerProcessingTimeTimer(timer);
      }
      work.update(state);
    }
  }

  private void plan(int day, double units) throws Exception {
    harness.processElement2(new PlannedWork("warehouse", "soup@a", day, List.of(units)), 0);
  }

  private void takeAll() throws Exception {
    take("a", ORIGIN, 100);
    take("b", ORIGIN, 0);
    take("c", ORIGIN, 0);
  }

  private void take(String place, int origin, float level) throws Exception {
    harness.processElement1(totals(place, origin, level), 0);
  }

  private static PlaceTotals totals(String place, int origin, float level) {
    float[] values = new float[DemandHistory.DAYS];
    Arrays.fill(values, level);
    return new PlaceTotals(
        "warehouse", place, origin, values, level, WeekdayProfile.flat(), new double[24]);
  }

  private void wait(int seconds) throws Exception {
    harness.setProcessingTime(NOON + seconds * 1_000L);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, PlaceTotals, PlannedWork, Workload>
      harness() throws Exception {
    WorkloadRule rule = new WorkloadRule(TestShop.site(), OpenDays.except(Set.of()));
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new WorkloadOperator(rule, new WorkPlaces(TestShop.site()))),
        PlaceTotals::workPlace,
        PlannedWork::workPlace,
        Types.STRING);
  }
}

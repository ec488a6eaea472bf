package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.TestShop;
import io.gemba.message.Workload;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkloadOperatorTest {
  private static final int ORIGIN = (int) LocalDate.of(2026, 11, 22).toEpochDay();
  private static final long NOON = 1_795_000_000_000L;

  private KeyedOneInputStreamOperatorTestHarness<String, PlaceTotals, Workload> harness;

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

  private void takeAll() throws Exception {
    take("a", ORIGIN, 100);
    take("b", ORIGIN, 0);
    take("c", ORIGIN, 0);
  }

  private void take(String place, int origin, float level) throws Exception {
    float[] values = new float[DemandHistory.DAYS];
    Arrays.fill(values, level);
    harness.processElement(
        new PlaceTotals(
            "warehouse", place, origin, values, level, WeekdayProfile.flat(), new double[24]),
        0);
  }

  private void wait(int seconds) throws Exception {
    harness.setProcessingTime(NOON + seconds * 1_000L);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PlaceTotals, Workload> harness()
      throws Exception {
    WorkloadRule rule = new WorkloadRule(TestShop.site(), OpenDays.except(Set.of()));
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new WorkloadOperator(rule, new WorkPlaces(TestShop.site()))),
        PlaceTotals::workPlace,
        Types.STRING);
  }
}

package io.gemba.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Demand;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted when it is closed
class ForecastErrorOperatorTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T06:30:00Z"), ZoneOffset.UTC);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final int ORIGIN = (int) FRIDAY.toEpochDay() - 1;

  @Test
  void demand_ofTheSitesDay_isJudgedAtThatDaysStart() throws Exception {
    try (var harness = harness()) {
      harness.open();

      harness.processElement1(
          new Outlook("oat-bar@store-3", ORIGIN, List.of(5.0, 6.0), List.of(5.0, 6.0)), 0);
      harness.processElement2(total("oat-bar", "2026-11-19T23:30:00Z", 7), 0);

      assertThat(harness.extractOutputValues())
          .containsExactly(
              "forecast_errors,item=oat-bar,place=store-3 actual=7.0,forecast=5.0,error=-2.0,model=5.0,model_error=-2.0 "
                  + startNanos(FRIDAY));
    }
  }

  @Test
  void overriddenDay_isJudgedBesideTheModel() throws Exception {
    try (var harness = harness()) {
      harness.open();

      harness.processElement1(
          new Outlook("oat-bar@store-3", ORIGIN, List.of(9.0), List.of(5.0)), 0);
      harness.processElement2(total("oat-bar", "2026-11-20T10:00:00Z", 8), 0);

      assertThat(harness.extractOutputValues())
          .containsExactly(
              "forecast_errors,item=oat-bar,place=store-3"
                  + " actual=8.0,forecast=9.0,error=1.0,model=5.0,model_error=-3.0 "
                  + startNanos(FRIDAY));
    }
  }

  @Test
  void twoKeys_doNotMix() throws Exception {
    try (var harness = harness()) {
      harness.open();

      harness.processElement1(
          new Outlook("oat-bar@store-3", ORIGIN, List.of(5.0), List.of(5.0)), 0);
      harness.processElement2(total("rye-bar", "2026-11-20T10:00:00Z", 7), 0);

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }
  }

  @Test
  void restored_goesOnWhereItWasAndTellsNothingTwice() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(
          new Outlook("oat-bar@store-3", ORIGIN, List.of(5.0, 6.0), List.of(5.0, 6.0)), 0);
      harness.processElement2(total("oat-bar", "2026-11-20T10:00:00Z", 7), 0);
      snapshot = harness.snapshot(1, 1);
    }

    try (var harness = harness()) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement2(total("oat-bar", "2026-11-20T10:00:00Z", 7), 0);
      harness.processElement2(total("oat-bar", "2026-11-21T10:00:00Z", 8), 0);

      assertThat(harness.extractOutputValues())
          .containsExactly(
              "forecast_errors,item=oat-bar,place=store-3 actual=8.0,forecast=6.0,error=-2.0,model=6.0,model_error=-2.0 "
                  + startNanos(FRIDAY.plusDays(1)));
    }
  }

  @Test
  void demandFarAhead_isLeftOutAndSpoilsNothing() throws Exception {
    try (var harness = harness()) {
      harness.open();

      harness.processElement2(total("oat-bar", "2126-01-01T10:00:00Z", 1), 0);
      harness.processElement1(
          new Outlook("oat-bar@store-3", ORIGIN, List.of(5.0), List.of(5.0)), 0);
      harness.processElement2(total("oat-bar", "2026-11-20T10:00:00Z", 7), 0);

      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void silentKey_isForgotten() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setStateTtlProcessingTime(0);
      harness.processElement1(
          new Outlook("oat-bar@store-3", ORIGIN, List.of(5.0), List.of(5.0)), 0);

      harness.setStateTtlProcessingTime(61L * 24 * 3_600_000);
      harness.processElement2(total("oat-bar", "2026-11-20T10:00:00Z", 7), 0);

      assertThat(harness.extractOutputValues()).isEmpty();
    }
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Outlook, Demand, String> harness()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new ForecastErrorOperator(BERLIN, CLOCK)),
        Outlook::key,
        Demand::key,
        Types.STRING);
  }

  private static Demand total(String item, String at, double quantity) {
    return new Demand(
        item + at,
        Demand.Kind.DAY_TOTAL,
        item,
        "store-3",
        Instant.parse(at),
        quantity,
        100,
        false,
        0);
  }

  private static String startNanos(LocalDate day) {
    return day.atStartOfDay(BERLIN).toInstant().toEpochMilli() + "000000";
  }
}

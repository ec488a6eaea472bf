package io.gemba.jobs.demand;

import static io.gemba.jobs.demand.TestOverrides.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.OpenDays;
import io.gemba.jobs.TestShop;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OverrideOperatorTest {
  private KeyedTwoInputStreamOperatorTestHarness<String, Forecast, ForecastOverride, Forecast>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void forecastNobodySpokeOf_passesAsItIs() throws Exception {
    forecast(0, 0);

    assertThat(out()).containsExactly(TestOverrides.forecast(ORIGIN, 0));
    assertThat(planned()).isEmpty();
  }

  @Test
  void override_isToldAtOnceAndInEveryLaterForecast() throws Exception {
    forecast(0, 0);
    override(TestOverrides.units("o", 2, 3, 30));
    forecast(0, 1);
    forecast(1, 0);

    assertThat(out())
        .extracting(Forecast::id)
        .containsExactly(
            "soup@a/2026-11-22/0",
            "soup@a/2026-11-22/1",
            "soup@a/2026-11-22/2",
            "soup@a/2026-11-23/0");
    assertThat(out().get(1).mean().subList(0, 4)).containsExactly(10.0, 30.0, 30.0, 10.0);
    assertThat(out().get(2).mean()).isEqualTo(out().get(1).mean());
    assertThat(out().get(3).mean().subList(0, 3)).containsExactly(30.0, 30.0, 10.0);
    assertThat(planned())
        .filteredOn(work -> work.workPlace().equals("warehouse"))
        .first()
        .satisfies(
            work -> {
              assertThat(work.firstDay()).isEqualTo((int) ORIGIN.toEpochDay() + 1);
              assertThat(work.units().subList(0, 4)).containsExactly(0.0, 20.0, 20.0, 0.0);
            });
  }

  @Test
  void overrideBeforeAnyForecast_waitsForIt() throws Exception {
    override(TestOverrides.units("o", 2, 3, 30));
    int before = out().size();

    forecast(0, 0);

    assertThat(before).isZero();
    assertThat(out()).singleElement().satisfies(one -> assertThat(one.replaced()).isNotNull());
    assertThat(out().get(0).revision()).isZero();
  }

  @Test
  void overrideOfLaterDays_saysNothingUntilTheyAreForecast() throws Exception {
    forecast(0, 0);
    override(TestOverrides.units("o", 30, 30, 30));
    int before = out().size();

    forecast(1, 0);
    forecast(2, 0);

    assertThat(before).isEqualTo(1);
    assertThat(out().get(1).replaced()).isNull();
    assertThat(out().get(2).mean().get(27)).isEqualTo(30);
  }

  @Test
  void repeated_saysNothing_andWithdrawnStaysSoWhateverComesAgain() throws Exception {
    ForecastOverride override = TestOverrides.units("o", 2, 3, 30);
    forecast(0, 0);
    override(override);
    override(override);
    override(override.withdraw());
    override(override);
    forecast(1, 0);

    assertThat(out()).hasSize(4);
    assertThat(out().get(2).revision()).isEqualTo(2);
    assertThat(out().get(2).mean()).isEqualTo(out().get(0).mean());
    assertThat(out().get(2).replaced()).isNull();
    assertThat(out().get(3).replaced()).isNull();
    assertThat(planned()).last().satisfies(work -> assertThat(work.saysNothing()).isTrue());
  }

  @Test
  void withdrawalThatComesFirst_winsOverTheOverride() throws Exception {
    ForecastOverride override = TestOverrides.units("o", 2, 3, 30);
    forecast(0, 0);
    override(override.withdraw());
    override(override);

    assertThat(out()).hasSize(1);
  }

  @Test
  void overrideOfPastDays_isLeftOut_andOneThatHasPassedLeavesTheState() throws Exception {
    forecast(0, 0);
    override(TestOverrides.units("past", -3, 0, 30));
    int afterPast = harness.numKeyedStateEntries();
    override(TestOverrides.units("o", 1, 1, 30));
    int whileInForce = harness.numKeyedStateEntries();

    forecast(1, 0);

    assertThat(afterPast).isEqualTo(1);
    assertThat(whileInForce).isEqualTo(2);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    assertThat(out()).hasSize(3);
    assertThat(out().get(2)).isEqualTo(TestOverrides.forecast(ORIGIN.plusDays(1), 0));
  }

  @Test
  void overrideThatBeganInThePast_countsForItsRestAlone() throws Exception {
    forecast(0, 0);
    override(TestOverrides.units("o", -5, 1, 30));

    assertThat(out().get(1).mean().subList(0, 2)).containsExactly(30.0, 10.0);
  }

  @Test
  void unknownItem_becomesADeadLetter() throws Exception {
    override(TestOverrides.override("o", "caviar", 1, 2, 30.0, null, TestOverrides.MADE_AT));

    assertThat(harness.getSideOutput(OverrideOperator.REFUSED))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getValue().reason()).contains("'caviar' is not in the site file");
              assertThat(record.getValue().source()).isEqualTo("gemba.forecast-overrides");
            });
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void restored_goesOnWhereItWas() throws Exception {
    forecast(0, 0);
    override(TestOverrides.units("o", 2, 3, 30));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);

    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    override(TestOverrides.units("o", 2, 3, 30));
    override(TestOverrides.units("p", 4, 4, 40));

    assertThat(out()).singleElement().extracting(Forecast::id).isEqualTo("soup@a/2026-11-22/2");
    assertThat(out().get(0).mean().subList(0, 4)).containsExactly(10.0, 30.0, 30.0, 40.0);
  }

  private void forecast(int daysLater, int revision) throws Exception {
    harness.processElement1(TestOverrides.forecast(ORIGIN.plusDays(daysLater), revision), 0);
  }

  private void override(ForecastOverride override) throws Exception {
    harness.processElement2(override, 0);
  }

  private List<Forecast> out() {
    return harness.extractOutputValues();
  }

  private List<PlannedWork> planned() {
    Queue<StreamRecord<PlannedWork>> planned = harness.getSideOutput(OverrideOperator.PLANNED);
    return (planned == null ? new ArrayDeque<StreamRecord<PlannedWork>>() : planned)
        .stream().map(StreamRecord::getValue).toList();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, Forecast, ForecastOverride, Forecast>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(
            new OverrideOperator(
                new DemandIntake(TestShop.site()),
                new WorkPlaces(TestShop.site()),
                OpenDays.except(Set.of()))),
        Forecast::key,
        ForecastOverride::series,
        Types.STRING);
  }
}

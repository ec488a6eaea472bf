package io.gemba.jobs.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.OpenDays;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OverrideRuleTest {
  private final OverrideRule rule = new OverrideRule(new Forecaster(OpenDays.except(Set.of())));
  private final Forecast model = TestOverrides.forecast(TestOverrides.ORIGIN, 0);

  @Test
  void units_moveMeanQuantilesAndSumsOfTheirDays_andKeepTheModels() {
    Forecast inForce = rule.apply(model, List.of(TestOverrides.units("o", 2, 3, 30)), 1);

    assertThat(inForce.id()).isEqualTo("soup@a/2026-11-22/1");
    assertThat(inForce.mean().subList(0, 4)).containsExactly(10.0, 30.0, 30.0, 10.0);
    assertThat(inForce.daily().get(0).subList(0, 4)).containsExactly(5.0, 15.0, 15.0, 5.0);
    assertThat(inForce.daily().get(6).subList(0, 4)).containsExactly(20.0, 60.0, 60.0, 20.0);
    assertThat(inForce.cumulative().get(1).subList(0, 4)).containsExactly(10.0, 40.0, 70.0, 80.0);
    assertThat(inForce.modelMean()).isEqualTo(model.mean());
    assertThat(inForce.replaced())
        .satisfies(
            replaced -> {
              assertThat(replaced.daily()).isEqualTo(model.daily());
              assertThat(replaced.cumulative()).isEqualTo(model.cumulative());
              assertThat(replaced.by())
                  .containsExactly(
                      new Forecast.Reason(
                          "o",
                          TestOverrides.ORIGIN.plusDays(2),
                          TestOverrides.ORIGIN.plusDays(3),
                          "Street fair.",
                          "ann"));
            });
  }

  @Test
  void factor_multiplies_andNothingIsSoldWithZero() {
    Forecast twice =
        rule.apply(model, List.of(TestOverrides.factor("o", 1, 1, 2, TestOverrides.MADE_AT)), 1);
    Forecast none =
        rule.apply(model, List.of(TestOverrides.factor("o", 1, 1, 0, TestOverrides.MADE_AT)), 1);

    assertThat(twice.mean().get(0)).isEqualTo(20);
    assertThat(twice.daily().get(6).get(0)).isEqualTo(40);
    assertThat(none.mean().get(0)).isZero();
    assertThat(none.daily()).allSatisfy(level -> assertThat(level.get(0)).isZero());
  }

  @Test
  void twoOnADay_theOneMadeLaterCounts() {
    ForecastOverride first = TestOverrides.units("b", 1, 2, 30);
    ForecastOverride second =
        TestOverrides.factor("a", 2, 3, 5, TestOverrides.MADE_AT.plusSeconds(1));

    Forecast inForce = rule.apply(model, List.of(second, first), 1);

    assertThat(inForce.mean().subList(0, 4)).containsExactly(30.0, 50.0, 50.0, 10.0);
    assertThat(inForce.replaced().by())
        .extracting(Forecast.Reason::override)
        .containsExactly("b", "a");
  }

  @Test
  void withdrawnOrOfOtherDays_leavesTheModel() {
    List<ForecastOverride> idle =
        List.of(
            TestOverrides.units("past", -5, 0, 30),
            TestOverrides.units("later", 29, 40, 30),
            TestOverrides.units("withdrawn", 1, 5, 30).withdraw());

    Forecast inForce = rule.apply(model, idle, 0);

    assertThat(inForce).isEqualTo(model);
  }

  @Test
  void seriesThatHardlySells_getsTheSpreadOfCounts() {
    List<Double> rare = List.of(0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 2.0);
    Forecast slow = TestOverrides.forecast(TestOverrides.ORIGIN, 0, 0.1, rare);
    Forecast silent =
        TestOverrides.forecast(TestOverrides.ORIGIN, 0, 0, Collections.nCopies(7, 0.0));

    for (Forecast of : List.of(slow, silent)) {
      Forecast inForce = rule.apply(of, List.of(TestOverrides.units("o", 1, 28, 8)), 1);

      assertThat(inForce.daily().get(1).get(0)).as("median").isBetween(6.0, 9.0);
      assertThat(inForce.cumulative().get(1).get(27)).isBetween(210.0, 230.0);
      for (int level = 1; level < 7; level++) {
        assertThat(inForce.daily().get(level).get(0))
            .isGreaterThanOrEqualTo(inForce.daily().get(level - 1).get(0));
      }
      for (int day = 1; day < 28; day++) {
        assertThat(inForce.cumulative().get(0).get(day))
            .isGreaterThanOrEqualTo(inForce.cumulative().get(0).get(day - 1));
      }
    }
  }
}

package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelPriorTest {
  private static final Forecaster FORECASTER = new Forecaster(OpenDays.except(Set.of()));
  private static final int ORIGIN = 20_000;
  private static final int NINETY = Forecaster.LEVELS.indexOf(0.9);
  private static final int NEWCOMERS = 4_000;

  @Test
  void of_tooFewOrNothingSold_isNone() {
    assertThat(LevelPrior.of(new double[] {1, 2})).isNull();
    assertThat(LevelPrior.of(new double[] {0, 0, 0})).isNull();
    assertThat(LevelPrior.of(new double[] {1, 2, 3})).isEqualTo(new LevelPrior(2, 1));
  }

  @Test
  void of_levelsAlike_areStillTakenForHalfUncertain() {
    assertThat(LevelPrior.of(new double[] {4, 4, 4})).isEqualTo(new LevelPrior(4, 4));
  }

  @Test
  void after_ownDaysTakeOverStepByStep() {
    LevelPrior prior = new LevelPrior(6, 3);

    assertThat(prior.after(0, 0, 0)).isEqualTo(new LevelPrior.Posterior(6, 3));
    double one = prior.after(20, 1, 1).level();
    double week = prior.after(140, 7, 7).level();
    assertThat(one).isBetween(8.0, 12.0);
    assertThat(week).isBetween(16.0, 19.0);
    assertThat(prior.after(560, 28, 28)).isEqualTo(new LevelPrior.Posterior(20, 0));
    assertThat(prior.after(0, 5, 5).level()).as("five days of nothing").isBetween(0.5, 3.0);
  }

  @Test
  void forecast_withoutADay_isThatOfItsKind_andNoneWithoutAPrior() {
    float[] nothing = unknown();

    DemandForecast forecast =
        FORECASTER
            .forecast(nothing, ORIGIN, WeekdayProfile.flat(), new LevelPrior(6, 9))
            .orElseThrow();

    assertThat(forecast.mean()).containsOnly(6.0);
    assertThat(forecast.cumulative()[NINETY][27])
        .as("28 days of an unknown level are far wider than 28 days of a known one")
        .isGreaterThan(1.4 * 6 * 28);
    assertThat(FORECASTER.forecast(nothing, ORIGIN, WeekdayProfile.flat())).isEmpty();
  }

  /** Levels as unlike as those of a shop: gamma of mean 4 and standard deviation 4. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 14})
  void quantilesOfNewcomers_holdTheirPromise(int days) {
    Random random = new Random(11 + days);
    LevelPrior prior = new LevelPrior(4, 16);
    int dayKept = 0;
    int weekKept = 0;
    double missed = 0;
    for (int i = 0; i < NEWCOMERS; i++) {
      double level = -4 * Math.log(random.nextDouble());
      float[] values = unknown();
      for (int back = 0; back < days; back++) {
        values[values.length - 1 - back] = sold(random, level);
      }

      DemandForecast forecast =
          FORECASTER.forecast(values, ORIGIN, WeekdayProfile.flat(), prior).orElseThrow();

      int week = 0;
      int tomorrow = sold(random, level);
      for (int day = 1; day < 7; day++) {
        week += sold(random, level);
      }
      dayKept += tomorrow <= forecast.daily()[NINETY][0] ? 1 : 0;
      weekKept += tomorrow + week <= forecast.cumulative()[NINETY][6] ? 1 : 0;
      missed += forecast.mean()[0] - level;
    }
    // days are taken for half again as wide as the Poisson ones they are here
    assertThat((double) weekKept / NEWCOMERS).as("week").isBetween(0.88, 0.95);
    // whole units: a day keeps its promise at the least, and more where most days sell little
    assertThat((double) dayKept / NEWCOMERS).as("day").isBetween(0.88, 0.97);
    assertThat(missed / NEWCOMERS).as("bias").isCloseTo(0, within(0.2));
  }

  /** Poisson. */
  private static int sold(Random random, double level) {
    double limit = Math.exp(-level);
    double product = random.nextDouble();
    int units = 0;
    while (product > limit) {
      product *= random.nextDouble();
      units++;
    }
    return units;
  }

  private static float[] unknown() {
    float[] values = new float[DemandHistory.DAYS];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}

package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ForecasterTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
  private static final int ORIGIN = (int) SUNDAY.toEpochDay();

  private final Forecaster forecaster = new Forecaster(OpenDays.except(Set.of()));

  @Test
  void forecast_constantDemand_isThatDemandWithNarrowQuantiles() {
    float[] values = constant(5);

    DemandForecast forecast =
        forecaster.forecast(values, ORIGIN, WeekdayProfile.flat()).orElseThrow();

    assertThat(Arrays.stream(forecast.mean())).allMatch(mean -> Math.abs(mean - 5) < 1e-9);
    assertThat(forecast.cumulative()[1][27]).isCloseTo(140, within(1.0));
    assertThat(forecast.cumulative()[6][27]).isLessThan(175);
  }

  @Test
  void forecast_saturdayTwice_followsTheProfile() {
    WeekdayProfile profile = WeekdayProfile.of(1, 1, 1, 1, 1, 2, 1);
    float[] values = constant(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (8 * profile.factor(ORIGIN - values.length + 1 + i));
    }

    DemandForecast forecast = forecaster.forecast(values, ORIGIN, profile).orElseThrow();

    assertThat(forecast.mean()[0]).as("Monday").isCloseTo(7, within(0.05));
    assertThat(forecast.mean()[5]).as("Saturday").isCloseTo(14, within(0.05));
  }

  @Test
  void forecast_closedDay_expectsNothing() {
    Forecaster closedOnMonday = new Forecaster(OpenDays.except(Set.of(SUNDAY.plusDays(1))));

    DemandForecast forecast =
        closedOnMonday.forecast(constant(5), ORIGIN, WeekdayProfile.flat()).orElseThrow();

    assertThat(forecast.mean()[0]).isZero();
    assertThat(forecast.daily()[6][0]).isZero();
    assertThat(forecast.mean()[7]).isCloseTo(5, within(1e-9));
    assertThat(forecast.cumulative()[6][0]).isZero();
  }

  @Test
  void forecast_soldNothingForAMonth_isNotTakenForDead() {
    float[] values = constant(1);
    Arrays.fill(values, values.length - 28, values.length, 0);

    DemandForecast forecast =
        forecaster.forecast(values, ORIGIN, WeekdayProfile.flat()).orElseThrow();

    assertThat(forecast.mean()[0]).isBetween(0.05, 0.2);
  }

  @Test
  void forecast_noDayKnown_isEmpty() {
    float[] values = constant(Float.NaN);

    assertThat(forecaster.forecast(values, ORIGIN, WeekdayProfile.flat())).isEmpty();
  }

  @Test
  void forecast_unknownDays_areNotTakenForZero() {
    float[] values = constant(6);
    Arrays.fill(values, values.length - 10, values.length - 2, Float.NaN);

    DemandForecast forecast =
        forecaster.forecast(values, ORIGIN, WeekdayProfile.flat()).orElseThrow();

    assertThat(forecast.mean()[0]).isCloseTo(6, within(1e-6));
  }

  @Test
  void forecast_anySeries_isFiniteMonotoneAndNotNegative() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      float[] values = series(random);

      DemandForecast forecast =
          forecaster
              .forecast(values, ORIGIN, WeekdayProfile.of(random.doubles(7).toArray()))
              .orElseThrow();

      for (int day = 0; day < DemandForecast.DAYS; day++) {
        assertThat(forecast.mean()[day]).as("seed %d", seed).isNotNegative().isFinite();
        for (int level = 0; level < Forecaster.LEVELS.size(); level++) {
          double daily = forecast.daily()[level][day];
          double sum = forecast.cumulative()[level][day];
          assertThat(daily).as("seed %d", seed).isNotNegative().isFinite();
          assertThat(sum).as("seed %d", seed).isFinite();
          if (level > 0) {
            assertThat(daily)
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(forecast.daily()[level - 1][day]);
            assertThat(sum)
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(forecast.cumulative()[level - 1][day]);
          }
          if (day > 0) {
            assertThat(sum)
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(forecast.cumulative()[level][day - 1]);
          }
        }
      }
    }
  }

  @Test
  void dayFano_poissonSales_isNearOne() {
    Random random = new Random(5);
    float[] values = constant(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = poisson(random, 6);
    }

    double fano = forecaster.dayFano(values, ORIGIN, WeekdayProfile.flat(), 0);

    assertThat(fano).isCloseTo(1, within(0.25));
  }

  /** Sparse, dense, huge, fractional or short, as chance will have it. */
  private static float[] series(Random random) {
    float[] values = constant(Float.NaN);
    int known = 1 + random.nextInt(values.length);
    double scale = Math.exp(random.nextDouble() * 14 - 4);
    boolean isWhole = random.nextBoolean();
    for (int i = values.length - known; i < values.length; i++) {
      double units = random.nextInt(3) == 0 ? scale * -Math.log(random.nextDouble()) : 0;
      values[i] = (float) (isWhole ? Math.rint(units) : units);
    }
    return values;
  }

  private static float[] constant(float units) {
    float[] values = new float[DemandHistory.DAYS];
    Arrays.fill(values, units);
    return values;
  }

  private static int poisson(Random random, double mean) {
    int count = -1;
    for (double left = mean; left > 0; left += Math.log(random.nextDouble())) {
      count++;
    }
    return count;
  }
}

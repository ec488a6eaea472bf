package io.gemba.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SmoothingTest {

  @ParameterizedTest
  @EnumSource(Smoothing.class)
  void constantUnits_areForecastWithoutError(Smoothing smoothing) {
    Smoothing.Fit fit = smoothing.fit(units(day -> 5));

    double[] fives = new double[28];
    Arrays.fill(fives, 5);
    assertThat(fit.mean()).containsExactly(fives, within(1e-6));
    assertThat(fit.squaredError()).isCloseTo(0, within(1e-6));
  }

  @Test
  void doubleExponential_risingUnits_goOnRising() {
    double[] mean = Smoothing.DOUBLE_EXPONENTIAL.fit(units(day -> 10 + 0.1 * day)).mean();

    assertThat(mean[27]).isCloseTo(10 + 0.1 * (364 + 27), within(0.5));
    assertThat(Smoothing.SINGLE_EXPONENTIAL.fit(units(day -> 10 + 0.1 * day)).mean()[27])
        .isLessThan(47);
  }

  @Test
  void holtWinters_weeklyPeak_isForecastOnItsWeekday() {
    double[] mean = Smoothing.HOLT_WINTERS.fit(units(day -> day % 7 == 3 ? 20 : 6)).mean();

    for (int day = 0; day < 28; day++) {
      assertThat(mean[day]).isCloseTo((364 + day) % 7 == 3 ? 20 : 6, within(1.0));
    }
  }

  @Test
  void croston_fourUnitsEveryEighthDay_areHalfAUnitADay() {
    double[] mean = Smoothing.CROSTON.fit(units(day -> day % 8 == 7 ? 4 : 0)).mean();

    assertThat(mean[0]).isCloseTo(0.5, within(0.01));
  }

  @Test
  void movingAverage_levelOfTheLastFourWeeks() {
    double[] mean = Smoothing.MOVING_AVERAGE.fit(units(day -> day < 336 ? 1 : 9)).mean();

    assertThat(mean[0]).isCloseTo(9, within(1e-9));
  }

  @Test
  void best_hasTheLeastErrorOfAll() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 20; round++) {
      double[] units = units(day -> random.nextInt(8) + (day % 7 < 2 ? random.nextInt(9) : 0));

      double least =
          Arrays.stream(Smoothing.values())
              .filter(each -> each != Smoothing.BEST)
              .mapToDouble(each -> each.fit(units).squaredError())
              .min()
              .orElseThrow();

      assertThat(Smoothing.BEST.fit(units).squaredError()).isEqualTo(least);
    }
  }

  private static double[] units(IntToDoubleFunction units) {
    double[] values = new double[364];
    Arrays.setAll(values, units);
    return values;
  }
}

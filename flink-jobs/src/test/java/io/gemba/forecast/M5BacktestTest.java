package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The forecast against seasonal naive on real sales it has not seen: the last 28 days known. */
final class M5BacktestTest {
  private static final OpenDays ALWAYS = OpenDays.except(java.util.Set.of());
  private static final int EVERY = 5;

  @Test
  void backtest_lastFourWeeksOfM5_beatsSeasonalNaiveAndKeepsItsPromises() throws IOException {
    assumeTrue(Files.exists(M5Sales.file()), "no M5 data: set the system property gemba.data");
    List<M5Sales.Series> all = M5Sales.read();
    int originIndex = all.get(0).units().length - DemandForecast.DAYS - 1;
    Map<String, WeekdayProfile> profiles = profiles(all, originIndex);

    Score score = new Score();
    Forecaster forecaster = new Forecaster(ALWAYS);
    long nanos = System.nanoTime();
    for (int i = 0; i < all.size(); i += EVERY) {
      M5Sales.Series series = all.get(i);
      DemandForecast forecast =
          forecaster
              .forecast(
                  known(series, originIndex),
                  M5Sales.FIRST_DAY + originIndex,
                  profiles.get(series.store()))
              .orElseThrow();
      score.add(forecast, series.units(), originIndex);
    }
    System.out.printf(
        "%s, %.0f series/s%n", score, score.series / ((System.nanoTime() - nanos) / 1e9));

    assertThat(score.rmsse() / score.naiveRmsse()).as("RMSSE against naive").isLessThan(0.85);
    assertThat(score.pinball / score.naivePinball).as("pinball against naive").isLessThan(0.9);
    assertThat(score.daily90()).as("days below the 0.9 quantile").isBetween(0.88, 0.95);
    assertThat(score.weeks90()).as("weeks below the 0.9 quantile").isBetween(0.87, 0.94);
    assertThat(score.months90()).as("4 weeks below the 0.9 quantile").isBetween(0.84, 0.94);
  }

  private static Map<String, WeekdayProfile> profiles(List<M5Sales.Series> all, int originIndex) {
    Map<String, WeekdayProfile.Pool> pools = new TreeMap<>();
    for (M5Sales.Series series : all) {
      pools
          .computeIfAbsent(series.store(), store -> new WeekdayProfile.Pool(ALWAYS))
          .add(known(series, originIndex), M5Sales.FIRST_DAY + originIndex);
    }
    Map<String, WeekdayProfile> profiles = new TreeMap<>();
    pools.forEach((store, pool) -> profiles.put(store, pool.profile()));
    return profiles;
  }

  private static float[] known(M5Sales.Series series, int originIndex) {
    return Arrays.copyOfRange(
        series.units(), originIndex + 1 - DemandHistory.DAYS, originIndex + 1);
  }

  /** Sums over series; pinball is scaled by nothing, so large sellers weigh more. */
  private static final class Score {
    private int series;
    private double rmsseSum;
    private double naiveRmsseSum;
    private double pinball;
    private double naivePinball;
    private double daysBelow;
    private double weeksBelow;
    private double monthsBelow;

    void add(DemandForecast forecast, float[] units, int originIndex) {
      series++;
      double squares = 0;
      double naiveSquares = 0;
      double sum = 0;
      for (int day = 0; day < DemandForecast.DAYS; day++) {
        double actual = units[originIndex + 1 + day];
        sum += actual;
        double[] sameWeekday = sameWeekday(units, originIndex, day);
        squares += square(actual - forecast.mean()[day]);
        naiveSquares += square(actual - units[originIndex - 6 + day % 7]);
        for (int level = 0; level < Forecaster.LEVELS.size(); level++) {
          double at = Forecaster.LEVELS.get(level);
          pinball += loss(at, actual, forecast.daily()[level][day]);
          naivePinball += loss(at, actual, sameWeekday[(int) Math.ceil(at * 8) - 1]);
        }
        daysBelow += actual <= forecast.daily()[3][day] ? 1 : 0;
        weeksBelow += day == 6 && sum <= forecast.cumulative()[3][6] ? 1 : 0;
        monthsBelow += day == 27 && sum <= forecast.cumulative()[3][27] ? 1 : 0;
      }
      double scale = scale(units, originIndex);
      rmsseSum += Math.sqrt(squares / DemandForecast.DAYS / scale);
      naiveRmsseSum += Math.sqrt(naiveSquares / DemandForecast.DAYS / scale);
    }

    /** The same weekday of the last 8 weeks, sorted: seasonal naive as a distribution. */
    private static double[] sameWeekday(float[] units, int originIndex, int day) {
      double[] values = new double[8];
      for (int week = 0; week < 8; week++) {
        values[week] = units[originIndex - 6 + day % 7 - 7 * week];
      }
      Arrays.sort(values);
      return values;
    }

    private static double scale(float[] units, int originIndex) {
      int first = 0;
      while (units[first] == 0 && first < originIndex - 28) {
        first++;
      }
      double sum = 0;
      for (int i = first + 1; i <= originIndex; i++) {
        sum += square(units[i] - units[i - 1]);
      }
      return Math.max(0.01, sum / (originIndex - first));
    }

    private static double loss(double level, double actual, double quantile) {
      return Math.max(level * (actual - quantile), (level - 1) * (actual - quantile));
    }

    private static double square(double value) {
      return value * value;
    }

    double rmsse() {
      return rmsseSum / series;
    }

    double naiveRmsse() {
      return naiveRmsseSum / series;
    }

    double daily90() {
      return daysBelow / series / DemandForecast.DAYS;
    }

    double weeks90() {
      return weeksBelow / series;
    }

    double months90() {
      return monthsBelow / series;
    }

    @Override
    public String toString() {
      return "M5, %d series: RMSSE %.4f, naive %.4f; pinball %.0f, naive %.0f; within 0.9: days %.3f, weeks %.3f, 4 weeks %.3f"
          .formatted(
              series,
              rmsse(),
              naiveRmsse(),
              pinball,
              naivePinball,
              daily90(),
              weeks90(),
              months90());
    }
  }
}

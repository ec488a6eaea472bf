package io.gemba.forecast.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SeriesSumsTest {
  private static final int FIRST = 1_000;

  @Test
  void windows_anySeries_equalTheirDaysAddedUp() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] units = new float[1 + random.nextInt(120)];
      for (int i = 0; i < units.length; i++) {
        units[i] = random.nextInt(5) == 0 ? Float.NaN : random.nextInt(4);
      }
      SeriesSums sums = new SeriesSums(units, FIRST);
      int from = FIRST - 10 + random.nextInt(140);
      int to = from + random.nextInt(60);

      assertThat(sums.sum(from, to))
          .as("seed %d", seed)
          .isCloseTo(sum(units, from, to), within(1e-6));
      assertThat(sums.known(from, to)).as("seed %d", seed).isEqualTo(known(units, from, to));
    }
  }

  @Test
  void weekdaySum_isTheSameWeekdayOfTheLastWeeksBeforeTheOrigin() {
    float[] units = new float[70];
    for (int i = 0; i < units.length; i++) {
      units[i] = i % 7 == 3 ? 10 + i / 7 : 1;
    }
    SeriesSums sums = new SeriesSums(units, 0);

    assertThat(sums.weekdaySum(73, 70, 4)).isEqualTo(16 + 17 + 18 + 19);
    assertThat(sums.weekdayKnown(73, 70, 4)).isEqualTo(4);
    assertThat(sums.weekdaySum(73, 70, 50)).as("all there are").isEqualTo(145);
  }

  @Test
  void lastSaleBefore_looksBackFromTheDay() {
    SeriesSums sums = new SeriesSums(new float[] {0, 2, 0, 0, 1, 0}, FIRST);

    assertThat(sums.lastSaleBefore(FIRST + 4)).isEqualTo(FIRST + 1);
    assertThat(sums.lastSaleBefore(FIRST + 9)).isEqualTo(FIRST + 4);
    assertThat(sums.lastSaleBefore(FIRST)).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void prices_betweenAndBeyondRuns_holdTheNearestBefore() {
    PriceRuns prices = new PriceRuns(new int[] {100, 110}, new float[] {200, 300});

    assertThat(prices.at(50)).isEqualTo(200);
    assertThat(prices.at(109)).isEqualTo(200);
    assertThat(prices.at(500)).isEqualTo(300);
    assertThat(prices.mean(105, 115)).isEqualTo(250);
    assertThat(prices.daysAtPrice(112)).isEqualTo(2);
  }

  @Test
  void daysSinceChange_countsFromTheFirstChangeAfterADay() {
    PriceRuns prices = new PriceRuns(new int[] {100, 110, 120}, new float[] {200, 300, 200});

    assertThat(prices.daysSinceChange(105, 110)).isZero();
    assertThat(prices.daysSinceChange(105, 125)).as("the first of two").isEqualTo(15);
    assertThat(prices.daysSinceChange(110, 119)).as("that of the day itself").isEqualTo(-1);
    assertThat(prices.daysSinceChange(50, 105)).as("the first price known").isEqualTo(-1);
    assertThat(prices.daysSinceChange(130, 500)).as("none to come").isEqualTo(-1);
    assertThat(PriceRuns.NONE.daysSinceChange(0, 10)).isEqualTo(-1);
  }

  private static double sum(float[] units, int from, int to) {
    double sum = 0;
    for (int day = from; day < to; day++) {
      int i = day - FIRST;
      sum += i < 0 || i >= units.length || Float.isNaN(units[i]) ? 0 : units[i];
    }
    return sum;
  }

  private static int known(float[] units, int from, int to) {
    int known = 0;
    for (int day = from; day < to; day++) {
      int i = day - FIRST;
      known += i < 0 || i >= units.length || Float.isNaN(units[i]) ? 0 : 1;
    }
    return known;
  }
}

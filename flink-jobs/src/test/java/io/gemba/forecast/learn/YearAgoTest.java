package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class YearAgoTest {
  private static final int DAYS = 500;
  private static final Panel.Member SOUP = new Panel.Member("soup", "a", "cold", "food", "north");

  @Test
  void forecastsThatRepeatTheYearBefore_stayAsTheyAre() {
    YearAgo opinion = opinion(day -> 1000, 1000);

    assertThat(opinion.factor("cold@a", DAYS)).isCloseTo(1, within(1e-9));
  }

  @Test
  void growthOfTheLastWeeks_liftsAForecastThatLeavesItOut() {
    int lastWeeks = DAYS - 56;

    YearAgo opinion = opinion(day -> day >= lastWeeks ? 1200 : 1000, 1000);

    // a fifth more at the weights 0.3 of the total; the group then sees what is left of it
    assertThat(Math.log(opinion.factor("cold@a", DAYS)) / Math.log(1.2))
        .isCloseTo(0.3 + 0.1 * 0.7, within(0.01));
  }

  @Test
  void peakOfTheYearBefore_raisesItsDayOnly() {
    int peak = DAYS + 10 - 364;

    YearAgo opinion = opinion(day -> day == peak ? 1500 : 1000, 1000);

    assertThat(opinion.factor("cold@a", DAYS + 10)).isGreaterThan(1.05);
    assertThat(opinion.factor("cold@a", DAYS + 9)).isCloseTo(1, within(0.01));
  }

  @Test
  void lessThanAYear_saysNothing() {
    YearAgo opinion =
        new YearAgo(panel(400, day -> 1000), 399, List.of(Optional.of(new double[28])));

    assertThat(opinion.factor("cold@a", 400)).isEqualTo(1);
  }

  @Test
  void otherGroup_getsTheOpinionOfTheTotal() {
    YearAgo opinion = opinion(day -> day >= DAYS - 56 ? 1200 : 1000, 1000);

    assertThat(Math.log(opinion.factor("warm@b", DAYS)) / Math.log(1.2))
        .isCloseTo(0.3, within(0.01));
  }

  private static YearAgo opinion(IntToDoubleFunction units, double forecast) {
    double[] mean = new double[28];
    Arrays.fill(mean, forecast);
    return new YearAgo(panel(DAYS, units), DAYS - 1, List.of(Optional.of(mean)));
  }

  private static Panel panel(int days, IntToDoubleFunction units) {
    float[] row = new float[days];
    for (int day = 0; day < days; day++) {
      row[day] = (float) units.applyAsDouble(day);
    }
    return new Panel(
        0, List.of(SOUP), new float[][] {row}, List.of(PriceRuns.NONE), DayKinds.PLAIN);
  }
}

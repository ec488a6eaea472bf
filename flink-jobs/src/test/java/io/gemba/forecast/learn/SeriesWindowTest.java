package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SeriesWindowTest {

  @Test
  void outages_fastSellerGoneForTenDays_areTheseTenDays() {
    float[] units = new float[200];
    Arrays.fill(units, 8);
    Arrays.fill(units, 150, 160, 0);

    boolean[] outage = SeriesWindow.outages(units);

    for (int day = 0; day < units.length; day++) {
      assertThat(outage[day]).as("day %d", day).isEqualTo(day >= 150 && day < 160);
    }
  }

  @Test
  void outages_slowSellerWithALongGap_areNone() {
    float[] units = new float[300];
    for (int day = 0; day < 300; day += 9) {
      units[day] = 1;
    }
    Arrays.fill(units, 200, 225, 0);

    assertThat(SeriesWindow.outages(units)).containsOnly(false);
  }

  @Test
  void outages_gapLongerThanAQuarter_isTheEndOfDemand() {
    float[] units = new float[400];
    Arrays.fill(units, 0, 200, 5);

    boolean[] outage = SeriesWindow.outages(units);

    assertThat(outage[210]).isTrue();
    assertThat(outage[399]).isFalse();
  }

  @Test
  void outages_oneDayMore_changeNothingBeforeTheRunningGap() {
    SplittableRandom random = new SplittableRandom(5);
    float[] units = new float[250];
    for (int day = 0; day < units.length; day++) {
      units[day] = day % 40 < 8 ? 0 : random.nextInt(6);
    }

    for (int end = 30; end < units.length; end++) {
      boolean[] before = SeriesWindow.outages(Arrays.copyOf(units, end));
      boolean[] after = SeriesWindow.outages(Arrays.copyOf(units, end + 1));
      int gap = end;
      while (gap > 0 && units[gap - 1] == 0) {
        gap--;
      }
      assertThat(Arrays.copyOf(after, gap)).isEqualTo(Arrays.copyOf(before, gap));
    }
  }

  @Test
  void window_outageAtTheEnd_keepsTheLevelBeforeIt() {
    float[] units = new float[200];
    Arrays.fill(units, 6);
    Arrays.fill(units, 185, 200, 0);
    double[] factors = new double[200];
    Arrays.fill(factors, 1);

    SeriesWindow window = new SeriesWindow(units, factors, 1_000, 0);

    assertThat(window.outageDays).isEqualTo(15);
    assertThat(Scale.level(window.demand, 1_200)).isEqualTo(6);
    assertThat(Scale.level(window.sold, 1_200)).isLessThan(4);
  }
}

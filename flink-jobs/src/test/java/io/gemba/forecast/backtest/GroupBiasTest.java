package io.gemba.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupBiasTest {
  private static final int KNOWN = 10;
  private static final int DAYS = 28;

  @Test
  void add_seriesOfAGroup_countTogether_andUnknownDaysAsNothing() {
    Panel panel = panel(4, 6, 10);
    panel.units()[1][KNOWN + 5] = Float.NaN;
    GroupBias bias = new GroupBias();
    bias.add(panel, KNOWN - 1, means(5, 5, 11));

    // 280 forecast for 274 sold in one group, 308 for 280 in the other
    assertThat(bias.size()).isEqualTo(2);
    assertThat(bias.meanAbsolute()).isCloseTo((6 / 274.0 + 28 / 280.0) / 2, within(1e-6));
    assertThat(bias.worst().bias()).isCloseTo(0.1, within(1e-6));
    assertThat(bias.worst().name()).contains("b");
    assertThat(bias.within(0.03)).isEqualTo(1);
  }

  @Test
  void add_severalOrigins_evenOut() {
    Panel panel = panel(5, 5, 10);
    GroupBias bias = new GroupBias();
    bias.add(panel, KNOWN - 1, means(6, 6, 10));
    bias.add(panel, KNOWN - 1, means(4, 4, 9));

    assertThat(bias.within(0.001)).isEqualTo(1);
    assertThat(bias.worst().bias()).isCloseTo(-0.05, within(1e-6));
  }

  private static double[][] means(double... daily) {
    double[][] means = new double[daily.length][DAYS];
    for (int i = 0; i < daily.length; i++) {
      Arrays.fill(means[i], daily[i]);
    }
    return means;
  }

  /** Two items of one department at place a, one at place b. */
  private static Panel panel(float... daily) {
    float[][] units = new float[daily.length][KNOWN + DAYS];
    for (int i = 0; i < daily.length; i++) {
      Arrays.fill(units[i], daily[i]);
    }
    return new Panel(
        0,
        List.of(
            new Panel.Member("soup", "a", "cold", "food", "north"),
            new Panel.Member("dip", "a", "cold", "food", "north"),
            new Panel.Member("soup", "b", "cold", "food", "north")),
        units,
        List.of(PriceRuns.NONE, PriceRuns.NONE, PriceRuns.NONE),
        DayKinds.PLAIN);
  }
}

package io.gemba.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WrmsseTest {
  private static final int KNOWN = 60;
  private static final int DAYS = 28;

  @Test
  void score_oneSeries_isItsRmsseOnEveryLevel() {
    Panel panel = panel(new float[][] {alternating(10, 12)}, 100);
    double[][] means = {constant(13)};

    List<Wrmsse.Level> levels = new Wrmsse(panel, KNOWN - 1).score(means);

    // every known day differs from the last by 2, so the scale is 4; errors are 3 and 1
    double expected = Math.sqrt((9 + 1) / 2.0 / 4);
    assertThat(levels).hasSize(12);
    assertThat(levels).allSatisfy(l -> assertThat(l.wrmsse()).isCloseTo(expected, within(1e-9)));
    assertThat(levels.get(0).bias()).isCloseTo(13 / 11.0 - 1, within(1e-9));
  }

  @Test
  void score_perfectForecast_isNothing() {
    Panel panel = panel(new float[][] {alternating(1, 3), alternating(0, 5)}, 100);
    double[][] means = new double[2][DAYS];
    for (int day = 0; day < DAYS; day++) {
      means[0][day] = panel.units()[0][KNOWN + day];
      means[1][day] = panel.units()[1][KNOWN + day];
    }

    assertThat(Wrmsse.mean(new Wrmsse(panel, KNOWN - 1).score(means))).isZero();
  }

  @Test
  void score_errorsThatCancel_countOnlyWhereTheyDoNot() {
    Panel panel = panel(new float[][] {alternating(10, 12), alternating(10, 12)}, 100);
    double[][] means = {constant(10), constant(12)};

    List<Wrmsse.Level> levels = new Wrmsse(panel, KNOWN - 1).score(means);

    double total = Math.sqrt((4 + 4) / 2.0 / 16);
    double series = Math.sqrt((4 + 0) / 2.0 / 4);
    assertThat(levels.get(0).wrmsse()).isCloseTo(total, within(1e-9));
    assertThat(levels.get(11).wrmsse()).isCloseTo(series, within(1e-9));
  }

  @Test
  void score_weights_areTheRevenueOfTheLastFourWeeks() {
    Panel panel =
        new Panel(
            0,
            List.of(member(0), member(1)),
            new float[][] {alternating(10, 12), alternating(10, 12)},
            List.of(price(300), price(100)),
            DayKinds.PLAIN);
    double[][] means = {constant(11), constant(15)};

    double itemStore = new Wrmsse(panel, KNOWN - 1).score(means).get(11).wrmsse();

    double near = Math.sqrt(1.0 / 4);
    double far = Math.sqrt((25 + 9) / 2.0 / 4);
    assertThat(itemStore).isCloseTo(0.75 * near + 0.25 * far, within(1e-9));
  }

  @Test
  void pinball_oneSeries_isScaledByItsDailyChange() {
    Panel panel = panel(new float[][] {alternating(10, 12)}, 100);
    double[][][] quantiles = new double[1][][];
    quantiles[0] = new double[][] {constant(11), constant(12), constant(12), constant(9)};

    Pinball pinball = new Pinball();
    pinball.add(panel, KNOWN - 1, quantiles);

    assertThat(pinball.loss(0)).isCloseTo(0.5 * 1 / 2, within(1e-9));
    assertThat(pinball.loss(1)).isCloseTo(0.1 * 1 / 2, within(1e-9));
    assertThat(pinball.loss(3)).isCloseTo(0.99 * 2 / 2, within(1e-9));
    assertThat(pinball.coverage(0)).isEqualTo(0.5);
    assertThat(pinball.coverage(1)).isEqualTo(1);
    assertThat(pinball.strictCoverage(1)).isEqualTo(0.5);
  }

  private static Panel panel(float[][] units, float cents) {
    List<Panel.Member> members =
        java.util.stream.IntStream.range(0, units.length).mapToObj(WrmsseTest::member).toList();
    List<PriceRuns> prices = members.stream().map(member -> price(cents)).toList();
    return new Panel(0, members, units, prices, DayKinds.PLAIN);
  }

  private static Panel.Member member(int number) {
    return new Panel.Member("item-" + number, "shop", "bread", "food", "north");
  }

  private static PriceRuns price(float cents) {
    return new PriceRuns(new int[] {0}, new float[] {cents});
  }

  private static float[] alternating(float even, float odd) {
    float[] units = new float[KNOWN + DAYS];
    for (int day = 0; day < units.length; day++) {
      units[day] = day % 2 == 0 ? even : odd;
    }
    return units;
  }

  private static double[] constant(double units) {
    double[] mean = new double[DAYS];
    Arrays.fill(mean, units);
    return mean;
  }
}

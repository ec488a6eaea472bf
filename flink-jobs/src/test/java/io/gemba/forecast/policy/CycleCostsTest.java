package io.gemba.forecast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CycleCostsTest {
  private static final double[] LEVELS = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
  private static final double[] SPREAD = {-2.33, -1.28, -0.67, 0, 0.67, 1.28, 1.64, 2.33};

  @Test
  void bestStock_oneNight_isTheNewsvendors() {
    CycleCosts costs = new CycleCosts(nights(1), 2, 18);

    assertThat(costs.bestStock())
        .isCloseTo(new Newsvendor(2, 18).bestStock(costs.demand()), within(1e-9));
  }

  @Test
  void bestStock_severalNights_costsLessThanAnyOther() {
    for (int count : new int[] {2, 4, 7}) {
      CycleCosts costs = new CycleCosts(nights(count), 2, 18);
      double best = costs.bestStock();

      for (double stock = 0; stock < 300; stock += 0.5) {
        assertThat(costs.expectedCost(best))
            .as("%s nights, best %s, other %s", count, best, stock)
            .isLessThanOrEqualTo(costs.expectedCost(stock) + 1e-6);
      }
    }
  }

  @Test
  void bestStock_moreNights_coversTheLastOneLessOften() {
    double before = 1;
    for (int count : new int[] {1, 2, 4, 7}) {
      CycleCosts costs = new CycleCosts(nights(count), 2, 18);
      double covered = 1 - costs.demand().chanceAbove(costs.bestStock());
      assertThat(covered).as("%s nights", count).isLessThan(before);
      before = covered;
    }
  }

  @Test
  void bestStock_noMargin_isNothing() {
    assertThat(new CycleCosts(nights(3), 2, 0).bestStock()).isLessThan(1e-6);
  }

  /** Demand of 10 a day with a deviation of 4, up to each of some nights. */
  private static List<DemandDistribution> nights(int count) {
    List<DemandDistribution> nights = new ArrayList<>();
    for (int night = 1; night <= count; night++) {
      double[] quantiles = new double[LEVELS.length];
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] = 10 * night + SPREAD[i] * 4 * Math.sqrt(night);
      }
      nights.add(DemandDistribution.through(LEVELS, quantiles));
    }
    return nights;
  }
}

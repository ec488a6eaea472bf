package io.gemba.forecast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DemandDistributionTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99};

  /** Standard normal quantiles at the levels. */
  private static final double[] NORMALS = {
    -1.281552, 0, 0.841621, 1.281552, 1.644854, 2.053749, 2.326348
  };

  @Test
  void bestStock_normalDemandHoldingTwoPenaltyEighteen_isTheTextbooks() {
    DemandDistribution demand = normal(120, 10);
    Newsvendor newsvendor = new Newsvendor(2, 18);

    double stock = newsvendor.bestStock(demand);
    double cost = newsvendor.expectedCost(demand, stock);

    assertThat(newsvendor.fractile()).isEqualTo(0.9);
    assertThat(stock).isCloseTo(132.8155, within(0.001));
    assertThat(cost).as("drawn through 7 points only").isCloseTo(35.0997, within(2.5));
  }

  @Test
  void bestStock_anyOtherStock_costsMore() {
    DemandDistribution demand = normal(120, 10);
    Newsvendor newsvendor = new Newsvendor(2, 18);
    double best = newsvendor.expectedCost(demand, newsvendor.bestStock(demand));

    for (double stock = 90; stock < 180; stock += 0.5) {
      assertThat(newsvendor.expectedCost(demand, stock))
          .as("stock %s", stock)
          .isGreaterThan(best - 1e-9);
    }
  }

  @Test
  void quantile_beyondTheHighest_followsTheTail() {
    DemandDistribution demand = normal(120, 10);

    double quantile = demand.quantile(0.999);

    assertThat(quantile).as("normal: 150.9").isBetween(149.0, 154.0);
    assertThat(demand.chanceAbove(quantile)).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void chanceAbove_slowItem_keepsTheStepAtZero() {
    DemandDistribution demand =
        DemandDistribution.through(LEVELS, new double[] {0, 0, 0, 1, 1, 2, 2});

    assertThat(demand.chanceAbove(0)).isCloseTo(0.2, within(1e-9));
    assertThat(demand.chanceAbove(1)).isCloseTo(0.05, within(1e-9));
    assertThat(demand.expectedAbove(0)).isBetween(0.1, 0.35);
    assertThat(demand.quantile(0.7)).isZero();
  }

  @Test
  void anyQuantiles_chanceFallsFromOneToZeroAndQuantileInvertsIt() {
    for (long seed = 1; seed <= 300; seed++) {
      DemandDistribution demand = DemandDistribution.through(LEVELS, quantiles(new Random(seed)));
      double before = 1;
      for (double stock = 0; stock < 60; stock += 0.25) {
        double chance = demand.chanceAbove(stock);
        assertThat(chance).as("seed %d, stock %s", seed, stock).isBetween(0.0, before);
        assertThat(demand.expectedAbove(stock)).as("seed %d", seed).isNotNegative().isFinite();
        before = chance;
      }
      for (double level = 0.02; level < 1; level += 0.02) {
        double quantile = demand.quantile(level);
        assertThat(demand.chanceAbove(quantile))
            .as("seed %d, level %s", seed, level)
            .isLessThanOrEqualTo(1 - level + 1e-9);
      }
    }
  }

  @Test
  void through_oneLevel_isRefused() {
    assertThatThrownBy(() -> DemandDistribution.through(new double[] {0.5}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least two");
  }

  static DemandDistribution normal(double mean, double deviation) {
    return DemandDistribution.through(
        LEVELS, Arrays.stream(NORMALS).map(z -> mean + z * deviation).toArray());
  }

  private static double[] quantiles(Random random) {
    double[] quantiles = new double[LEVELS.length];
    double units = random.nextInt(4);
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = units;
      units += random.nextInt(3) * random.nextInt(4);
    }
    return quantiles;
  }
}

package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CountDistributionTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9, 0.99};

  @Test
  void quantiles_negativeBinomial_areTheFirstCountsThatSuffice() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300; i++) {
      double mean = random.nextDouble(0.05, 60);
      double fano = random.nextDouble(1.05, 6);
      double[] quantiles = new double[LEVELS.length];
      CountDistribution.quantiles(mean, fano, LEVELS, quantiles);

      for (int k = 0; k < LEVELS.length; k++) {
        assertThat(CountDistribution.atMost(mean, fano, quantiles[k]))
            .as("mean %s fano %s", mean, fano)
            .isGreaterThanOrEqualTo(LEVELS[k] - 1e-9);
        assertThat(CountDistribution.atMost(mean, fano, quantiles[k] - 1)).isLessThan(LEVELS[k]);
      }
    }
  }

  @Test
  void quantiles_regularItem_areNarrowerThanPoisson() {
    double[] regular = new double[LEVELS.length];
    double[] poisson = new double[LEVELS.length];

    CountDistribution.quantiles(50, 0.1, LEVELS, regular);
    CountDistribution.quantiles(50, 1.02, LEVELS, poisson);

    assertThat(regular[3] - 50).isLessThan(0.5 * (poisson[3] - 50));
    assertThat(regular[1]).isCloseTo(50, within(1.0));
  }

  @Test
  void quantiles_noDemand_areNone() {
    double[] quantiles = new double[LEVELS.length];
    CountDistribution.quantiles(0, 3, LEVELS, quantiles);

    assertThat(quantiles).containsOnly(0);
  }

  @Test
  void atMost_poissonOfTwo_isTheTextbookValue() {
    assertThat(CountDistribution.atMost(2, 1.02, 3)).isCloseTo(0.857, within(0.003));
  }
}

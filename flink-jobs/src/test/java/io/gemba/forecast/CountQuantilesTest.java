package io.gemba.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CountQuantilesTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99};

  private final CountQuantiles counts = new CountQuantiles(LEVELS);

  @Test
  void fill_meanTwoVarianceFour_isTheNegativeBinomial() {
    double[] quantiles = new double[LEVELS.length];

    // size 2, p 1/2: P(X <= k) = 1 - (k + 3) / 2^(k + 2): .25 .5 .6875 .8125 .8906 .9375 .9648
    // .9805 .9893
    counts.fill(2, 2, true, quantiles);

    assertThat(quantiles).containsExactly(0, 1, 3, 5, 6, 7, 9);
  }

  @Test
  void fill_largeMean_approachesTheNormal() {
    double[] quantiles = new double[LEVELS.length];

    counts.fill(10_000, 1.1, true, quantiles);

    double sd = Math.sqrt(11_000);
    assertThat(quantiles[1]).isCloseTo(10_000, within(1.0));
    assertThat(quantiles[3]).isCloseTo(10_000 + 1.2816 * sd, within(1.0));
    assertThat(quantiles[6]).isCloseTo(10_000 + 2.3263 * sd, within(3.0));
  }

  @Test
  void fill_noDemand_isZero() {
    double[] quantiles = new double[LEVELS.length];

    counts.fill(0, 5, true, quantiles);

    assertThat(quantiles).containsOnly(0);
  }

  @Test
  void fill_anyMoments_isFiniteNotNegativeAndRising() {
    Random random = new Random(11);
    double[] quantiles = new double[LEVELS.length];
    for (int i = 0; i < 5_000; i++) {
      double mean = Math.exp(random.nextDouble() * 25 - 10);
      double fano = Math.exp(random.nextDouble() * 12 - 3);

      counts.fill(mean, fano, random.nextBoolean(), quantiles);

      String moments = "seed 11, mean %s, fano %s".formatted(mean, fano);
      assertThat(quantiles).as(moments).isSorted();
      assertThat(Arrays.stream(quantiles)).as(moments).allMatch(q -> q >= 0 && q < 1e300);
    }
  }
}

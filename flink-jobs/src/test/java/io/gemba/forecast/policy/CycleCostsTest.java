package io.gemba.forecast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CycleCostsTest {
  private static final double[] LEVELS = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
  private static final double[] SPREAD = {-2.33, -1.28, -0.67, 0, 0.67, 1.28, 1.64, 2.33};

  @Test
  void bestStock_oneNight_isTheNewsvendors() {
    CycleCosts costs = new CycleCosts(nights(1), 0, 2, 18);

    assertThat(costs.bestStock())
        .isCloseTo(new Newsvendor(2, 18).bestStock(costs.demand()), within(1e-9));
  }

  @Test
  void bestStock_severalNights_costsLessThanAnyOther() {
    for (int count : new int[] {2, 4, 7}) {
      CycleCosts costs = new CycleCosts(nights(count), 0, 2, 18);
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
      CycleCosts costs = new CycleCosts(nights(count), 0, 2, 18);
      double covered = 1 - costs.demand().chanceAbove(costs.bestStock());
      assertThat(covered).as("%s nights", count).isLessThan(before);
      before = covered;
    }
  }

  @Test
  void bestStock_noMargin_isNothing() {
    assertThat(new CycleCosts(nights(3), 5, 2, 0).bestStock()).isLessThan(1e-6);
  }

  @Test
  void bestWholeStock_demandInWholeUnits_isTheUnitThatStillPays() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      int units = random.nextInt(1, 40);
      int nights = random.nextInt(1, 8);
      List<Dice> demand = new ArrayList<>();
      for (int night = 1; night <= nights; night++) {
        demand.add(new Dice(units + night));
      }
      CycleCosts costs = new CycleCosts(demand, 0, random.nextDouble(0.1, 5), 18);

      double best = costs.bestWholeStock();

      int paying = 0;
      while (pays(costs, paying + 1)) {
        paying++;
      }
      assertThat(best).as("%s", costs).isEqualTo(paying);
    }
  }

  /** Whether the last of so many units earns more than it costs. */
  private static boolean pays(CycleCosts costs, int units) {
    double held = costs.nights().stream().mapToDouble(one -> 1 - one.chanceAbove(units - 1)).sum();
    return costs.marginCents() * costs.demand().chanceAbove(units - 1) > costs.nightCents() * held;
  }

  /** 1 to so many units, each as likely. */
  private record Dice(int most) implements UncertainDemand {
    @Override
    public double chanceAbove(double stock) {
      return 1 - Math.max(0, Math.min(most, Math.floor(stock))) / most;
    }

    @Override
    public double expectedAbove(double stock) {
      double sum = 0;
      for (int units = 1; units <= most; units++) {
        sum += Math.max(0, units - stock) / most;
      }
      return sum;
    }

    @Override
    public double quantile(double level) {
      return Math.ceil(level * most);
    }
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

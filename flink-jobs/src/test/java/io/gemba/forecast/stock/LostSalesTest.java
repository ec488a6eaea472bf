package io.gemba.forecast.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import io.gemba.forecast.policy.CycleCosts;
import io.gemba.forecast.policy.UncertainDemand;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LostSalesTest {
  private static final int DAYS = 40_000;
  private static final double MARGIN = 0.3;

  @ParameterizedTest
  @CsvSource({"1,1,0.3", "3,1,0.3", "3,1,4", "7,1,1", "14,1,4", "3,7,1", "14,7,1"})
  void bestWholeStock_whatIsNotThereIsLost_costsHardlyMoreThanTheBestLevel(
      int lead, int review, double mean) {
    double holding = 0.01;
    StockSimulation.Terms terms =
        new StockSimulation.Terms(400, DAYS - 1, lead, review, holding, MARGIN);
    StockSimulation simulation = new StockSimulation(panel(mean), terms);
    CycleCosts costs =
        new CycleCosts(
            IntStream.rangeClosed(1, review)
                .mapToObj(night -> poisson(mean, lead + night))
                .toList(),
            lead,
            (1 - MARGIN) * holding,
            MARGIN);
    double chosen = costs.bestWholeStock();

    double cheapest = Double.MAX_VALUE;
    for (int level = 0; level <= 2 * chosen + 2; level++) {
      cheapest = Math.min(cheapest, cost(simulation, level));
    }

    assertThat(cost(simulation, chosen)).isLessThan(1.04 * cheapest);
  }

  private static double cost(StockSimulation simulation, double level) {
    return simulation.run((series, day, onHand, onOrder) -> level - onHand - onOrder).totalCents();
  }

  private static Panel panel(double mean) {
    SplittableRandom random = new SplittableRandom(7);
    float[] units = new float[DAYS];
    for (int day = 0; day < DAYS; day++) {
      units[day] = drawn(mean, random);
    }
    return new Panel(
        0,
        List.of(new Panel.Member("soup", "a", "cold", "food", "north")),
        new float[][] {units},
        List.of(new PriceRuns(new int[] {0}, new float[] {100})),
        DayKinds.PLAIN);
  }

  /** Arrivals within a day whose gaps are exponential. */
  private static int drawn(double mean, SplittableRandom random) {
    int units = 0;
    double at = -Math.log(1 - random.nextDouble());
    while (at < mean) {
      units++;
      at -= Math.log(1 - random.nextDouble());
    }
    return units;
  }

  private static Poisson poisson(double mean, int days) {
    return new Poisson(mean * days);
  }

  private record Poisson(double mean) implements UncertainDemand {
    @Override
    public double chanceAbove(double stock) {
      double chance = Math.exp(-mean);
      double atMost = 0;
      for (int units = 0; units <= stock; units++) {
        atMost += chance;
        chance *= mean / (units + 1);
      }
      return Math.max(0, 1 - atMost);
    }

    @Override
    public double expectedAbove(double stock) {
      double expected = 0;
      for (double above = stock; chanceAbove(above) > 1e-12; above++) {
        expected += chanceAbove(above);
      }
      return expected;
    }

    @Override
    public double quantile(double level) {
      int stock = 0;
      while (1 - chanceAbove(stock) < level) {
        stock++;
      }
      return stock;
    }
  }
}

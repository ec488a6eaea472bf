package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPricerTest {
  private static final double SCALE = 1_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void cheapest_isTheBestOfAllRows(long seed) {
    Problem problem = TestProblems.random(seed, 2, 8);
    Random random = new Random(seed);
    double[] prices = new double[problem.days() * problem.values()];
    for (int cell = 0; cell < prices.length; cell++) {
      prices[cell] = random.nextInt(60) - 40;
    }

    RowPricer.Path path = new RowPricer(problem, 0, SCALE).cheapest(prices);
    double best = bestOfAll(problem, prices);

    if (best == Double.MAX_VALUE) {
      assertThat(path).isNull();
    } else {
      assertThat(path).isNotNull();
      assertThat(path.lower() / SCALE).isEqualTo(best);
      assertThat(price(problem, path.values(), prices)).isEqualTo(best);
    }
  }

  private static double bestOfAll(Problem problem, double[] prices) {
    double best = Double.MAX_VALUE;
    short[] row = new short[problem.days()];
    long count = Math.round(Math.pow(problem.values(), problem.days()));
    for (long number = 0; number < count; number++) {
      long rest = number;
      for (int day = 0; day < row.length; day++) {
        row[day] = (short) (rest % problem.values());
        rest /= problem.values();
      }
      best = Math.min(best, price(problem, row, prices));
    }
    return best;
  }

  private static double price(Problem problem, short[] row, double[] prices) {
    double price = 0;
    for (int day = 0; day < row.length; day++) {
      if (!problem.isOpen[day * problem.values() + row[day]]) {
        return Double.MAX_VALUE;
      }
      price += prices[day * problem.values() + row[day]];
    }
    long own = RowPrice.of(problem, 0, row);
    return Price.hard(own) > 0 ? Double.MAX_VALUE : price + Price.soft(own);
  }
}

package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constant-time formulas against a plain simulation, over random routes, feasible or not. */
class SegmentRoutesTest {

  private static int drivenWarp(PlainProblem problem, int... route) {
    int at = 0;
    int warp = 0;
    // the best departure is not the earliest one, but time warp does not depend on waiting
    int time = problem.open[0];
    for (int customer : route) {
      time = Math.max(time + problem.time[at * problem.stride + customer], problem.open[customer]);
      if (time > problem.close[customer]) {
        warp += time - problem.close[customer];
        time = problem.close[customer];
      }
      time += problem.service[customer];
      at = customer;
    }
    return warp + Math.max(0, time + problem.time[at * problem.stride] - problem.close[0]);
  }

  private static int[] shuffled(Random random, int customers) {
    int[] order = new int[customers];
    for (int i = 0; i < customers; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i + 1;
    }
    return order;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void warp_isTheSimulatedOne(long seed) {
    PlainProblem problem = TestProblems.random(seed, 12, true, false);
    SegmentRoutes routes = new SegmentRoutes(problem);
    int[] order = shuffled(new Random(seed), 12);

    routes.set(new int[][] {order});

    assertThat(routes.warp[0]).isEqualTo(drivenWarp(problem, order));
    assertThat(routes.routeLength[0]).isEqualTo((int) problem.length(new int[][] {order}));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void concatenation_isTheSimulatedWarp(long seed) {
    PlainProblem problem = TestProblems.random(seed, 9, true, false);
    int[] order = shuffled(new Random(seed), 9);
    SegmentRoutes routes = new SegmentRoutes(problem);
    routes.set(
        new int[][] {
          {order[0], order[1], order[2], order[3]}, {order[5], order[6], order[7], order[8]}
        });
    Concatenation way = new Concatenation(routes);

    way.head(order[1]);
    way.add(order[4]);
    int warp = way.tail(order[7]);

    assertThat(warp)
        .isEqualTo(drivenWarp(problem, order[0], order[1], order[4], order[7], order[8]));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void exchangedTails_areWhatIsBuiltAnew(long seed) {
    PlainProblem problem = TestProblems.random(seed, 8, true, true);
    SegmentRoutes routes = new SegmentRoutes(problem);
    routes.set(new int[][] {{1, 2, 3, 4, 5}, {6, 7, 8}});
    SegmentRoutes anew = new SegmentRoutes(problem);
    anew.set(new int[][] {{1, 2, 8}, {6, 7, 3, 4, 5}});

    routes.exchangeTails(2, 7);

    assertThat(routes.customers(0)).containsExactly(1, 2, 8);
    assertThat(routes.customers(1)).containsExactly(6, 7, 3, 4, 5);
    assertThat(routes.warp).isEqualTo(anew.warp);
    assertThat(routes.load).isEqualTo(anew.load);
    assertThat(routes.size).isEqualTo(anew.size);
    assertThat(routes.segments).isEqualTo(anew.segments);
  }
}

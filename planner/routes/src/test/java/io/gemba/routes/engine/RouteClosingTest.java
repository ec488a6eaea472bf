package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteClosingTest {
  private static final int CUSTOMERS = 60;

  /** Three routes would do, each goes all the way out: nine thin ones cost more. */
  private static PlainProblem problem(long seed) {
    PlainProblem plain = TestProblems.random(seed, CUSTOMERS, false, true);
    return new PlainProblem(
        plain.distance,
        plain.time,
        new PlainProblem.Nodes(plain.demand, plain.open, plain.close, plain.service),
        new PlainProblem.Fleet(300, 12),
        null);
  }

  private static int[][] thinRoutes() {
    int[][] routes = new int[9][];
    for (int r = 0; r < 9; r++) {
      int first = r;
      routes[r] =
          IntStream.rangeClosed(1, CUSTOMERS).filter(customer -> customer % 9 == first).toArray();
    }
    return routes;
  }

  private static RouteClosing closing(SegmentRoutes routes, long seed) {
    Neighbours neighbours = new Neighbours(routes.problem, 40, 20, 25);
    FastRandom random = new FastRandom(seed);
    PenalisedSearch search =
        new PenalisedSearch(routes, neighbours, random, new StringRuin.Shape(8, 10), 5);
    return new RouteClosing(routes, neighbours, search, random);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void tooManyRoutes_areClosedAndTheBestIsLeftBehind(long seed) {
    PlainProblem problem = problem(seed);
    SegmentRoutes routes = new SegmentRoutes(problem);
    routes.set(thinRoutes());
    RouteClosing closing = closing(routes, seed);

    closing.begin(new PlanParts(routes, new FastRandom(1)).whole());
    closing.steps(700, 0);
    closing.end();

    int[][] best = closing.bestRoutes();
    PlainPlan plan = new PlainPlan(best, closing.bestLength(), closing.bestAbsent());
    assertThat(TestProblems.errors(problem, plan)).isEmpty();
    assertThat(best.length).isLessThan(9);
    assertThat(plan.length()).isLessThan(problem.length(thinRoutes()));
    long standing = 0;
    for (int r = 0; r < problem.fleet; r++) {
      standing += routes.length(r);
      assertThat(routes.routeLength[r]).isEqualTo(routes.length(r));
    }
    assertThat(standing).isEqualTo(plan.length());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5})
  void aPart_leavesTheOtherPartAsItIs(long seed) {
    PlainProblem problem = problem(seed);
    SegmentRoutes routes = new SegmentRoutes(problem);
    int[][] thin = thinRoutes();
    routes.set(thin);
    int[] own = Arrays.stream(thin, 0, 5).flatMapToInt(Arrays::stream).toArray();
    for (int customer = 1; customer <= CUSTOMERS; customer++) {
      routes.part[customer] = 1;
    }
    for (int customer : own) {
      routes.part[customer] = 0;
    }
    RouteClosing closing = closing(routes, seed);

    closing.begin(new PlanParts.Part((byte) 0, own, new int[] {0, 1, 2, 3, 4, 9, 10}));
    closing.steps(700, 0);
    closing.end();

    for (int r = 5; r < 9; r++) {
      assertThat(routes.customers(r)).isEqualTo(thin[r]);
    }
    assertThat(Arrays.stream(closing.bestRoutes()).flatMapToInt(Arrays::stream).toArray())
        .containsExactlyInAnyOrder(own);
  }
}

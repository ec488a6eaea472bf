package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteExchangeTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void child_hasRoutesOfTheSecondAndNobodyTwice(long seed) {
    PlainProblem problem = TestProblems.random(seed, 60, true, true);
    int[][] first = plan(problem, seed * 2 + 1);
    int[][] second = plan(problem, seed * 2 + 2);
    RouteExchange exchange =
        new RouteExchange(problem, new Neighbours(problem, 40, 20, 20), new FastRandom(seed));

    int[][] child = exchange.cross(first, second);

    assertThat(child.length).isLessThanOrEqualTo(first.length);
    assertThat(Arrays.stream(child).flatMapToInt(Arrays::stream).toArray()).doesNotHaveDuplicates();
    assertThat(Arrays.stream(child)).allSatisfy(route -> assertThat(route).isNotEmpty());
    assertThat(Arrays.stream(child).filter(route -> isIn(route, second))).isNotEmpty();
    assertThat(IntStream.rangeClosed(1, 60))
        .as("most customers keep a route")
        .filteredOn(one -> Arrays.stream(child).anyMatch(route -> isIn(one, route)))
        .hasSizeGreaterThan(30);
  }

  private static int[][] plan(PlainProblem problem, long seed) {
    SearchLimit limit = new SearchLimit(System.nanoTime(), 20, 320, () -> false);
    return new PlainSearch(problem, new PlainSearch.Effort(1, seed), limit, plan -> {})
        .run(null)
        .routes();
  }

  private static boolean isIn(int[] route, int[][] routes) {
    return Arrays.stream(routes).anyMatch(one -> Arrays.equals(one, route));
  }

  private static boolean isIn(int customer, int[] route) {
    return Arrays.stream(route).anyMatch(one -> one == customer);
  }
}

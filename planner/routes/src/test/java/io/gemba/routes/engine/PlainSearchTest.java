package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSearchTest {

  private static PlainPlan solve(PlainProblem problem, int threads, long steps) {
    SearchLimit limit = new SearchLimit(System.nanoTime(), 600, steps, () -> false);
    return new PlainSearch(problem, new PlainSearch.Effort(threads, 1), limit, plan -> {})
        .run(null);
  }

  @ParameterizedTest(name = "seed {0}, {1} customers, windows {2}, symmetric {3}, threads {4}")
  @CsvSource({
    "1,40,true,true,1", "2,40,true,false,1", "3,60,false,true,1", "4,60,false,false,1",
    "5,80,true,true,2", "6,80,false,true,2", "7,320,true,true,2", "8,1,true,true,1",
  })
  void anyProblem_isSolvedWithinTheRules(
      long seed, int customers, boolean windows, boolean symmetric, int threads) {
    PlainProblem problem = TestProblems.random(seed, customers, windows, symmetric);

    PlainPlan plan = solve(problem, threads, 3_000);

    assertThat(TestProblems.errors(problem, plan)).isEmpty();
  }

  @ParameterizedTest(name = "capacity {0}")
  @CsvSource({"100", "2000"})
  void longAndShortRoutes_areImprovedStepByStep(int capacity) {
    PlainProblem plain = TestProblems.random(11, 120, true, true);
    PlainProblem problem =
        new PlainProblem(
            plain.distance,
            plain.time,
            new PlainProblem.Nodes(plain.demand, plain.open, plain.close, plain.service),
            new PlainProblem.Fleet(capacity, 121),
            null);
    List<Long> heard = new ArrayList<>();
    SearchLimit limit = new SearchLimit(System.nanoTime(), 20, 20_000, () -> false);

    PlainPlan plan =
        new PlainSearch(
                problem, new PlainSearch.Effort(1, 1), limit, better -> heard.add(better.length()))
            .run(null);

    assertThat(TestProblems.errors(problem, plan)).isEmpty();
    assertThat(heard).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(plan.length());
    assertThat(plan.length()).isLessThan(heard.get(0) * 97 / 100);
  }

  @Test
  void sameSeedAndSteps_giveTheSamePlan() {
    PlainProblem problem = TestProblems.random(5, 60, true, true);

    PlainPlan first = solve(problem, 1, 20_000);
    PlainPlan second = solve(problem, 1, 20_000);

    assertThat(second.routes()).isDeepEqualTo(first.routes());
  }

  @ParameterizedTest(name = "threads {0}")
  @ValueSource(ints = {1, 2})
  void longRoutes_areClosedWithinTheRules(int threads) {
    PlainProblem plain = TestProblems.random(13, 320, true, true);
    PlainProblem problem =
        new PlainProblem(
            plain.distance,
            plain.time,
            new PlainProblem.Nodes(plain.demand, new int[321], latest(plain), plain.service),
            new PlainProblem.Fleet(400, 321),
            new PlainProblem.Positions(
                Objects.requireNonNull(plain.x), Objects.requireNonNull(plain.y)));

    PlainPlan first = solve(problem, threads, 3_000);
    PlainPlan second = solve(problem, threads, 3_000);

    assertThat(TestProblems.errors(problem, first)).isEmpty();
    assertThat(first.routes().length).isLessThanOrEqualTo(problem.fewestRoutes() + 2);
    if (threads == 1) {
      assertThat(second.routes()).isDeepEqualTo(first.routes());
    }
  }

  /** Windows that end with the day, but for every fourth customer. */
  private static int[] latest(PlainProblem problem) {
    int[] close = problem.close.clone();
    for (int i = 1; i < close.length; i++) {
      close[i] = i % 4 == 0 ? close[i] : close[0] - problem.distance(i, 0) - problem.service[i];
    }
    return close;
  }

  @Test
  void givenPlan_isGoneOnFrom() {
    PlainProblem problem = TestProblems.random(6, 80, true, true);
    PlainPlan good = solve(problem, 1, 30_000);
    SearchLimit limit = new SearchLimit(System.nanoTime(), 20, 32, () -> false);

    PlainPlan plan =
        new PlainSearch(problem, new PlainSearch.Effort(1, 2), limit, p -> {}).run(good.routes());

    assertThat(plan.length()).isLessThanOrEqualTo(good.length());
  }

  @Test
  void cancelled_returnsAtOnceWithAPlan() {
    PlainProblem problem = TestProblems.random(9, 400, true, true);
    AtomicInteger looks = new AtomicInteger();
    SearchLimit limit =
        new SearchLimit(System.nanoTime(), 600, 0, () -> looks.incrementAndGet() > 20);

    PlainPlan plan =
        new PlainSearch(problem, new PlainSearch.Effort(2, 1), limit, p -> {}).run(null);

    assertThat(TestProblems.errors(problem, plan)).isEmpty();
    assertThat(limit.millis()).isLessThan(300_000);
  }

  @Test
  void vehiclesFirst_needsNoMoreThanDistance() {
    PlainProblem problem = TestProblems.random(12, 60, true, true);
    SearchLimit limit = new SearchLimit(System.nanoTime(), 2, 0, () -> false);

    PlainPlan fewest =
        new PlainSearch(problem, new PlainSearch.Effort(1, 1), limit, p -> {}).runVehiclesFirst();

    assertThat(TestProblems.errors(problem, fewest)).isEmpty();
    assertThat(fewest.routes().length)
        .isBetween(problem.fewestRoutes(), solve(problem, 1, 10_000).routes().length);
  }
}

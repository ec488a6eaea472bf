package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneticSearchTest {

  private static PlainPlan start(PlainProblem problem) {
    SegmentRoutes routes = new SegmentRoutes(problem);
    FastRandom random = new FastRandom(9);
    PenalisedSearch search =
        new PenalisedSearch(
            routes, new Neighbours(problem, 40, 20, 20), random, new StringRuin.Shape(8, 10));
    search.begin(new PlanParts(routes, random).whole());
    search.construct();
    search.steps(200, 1);
    return new PlainPlan(search.bestRoutes(), search.bestLength(), search.bestAbsent());
  }

  private static GeneticSearch search(PlainProblem problem, PlainPlan start, long steps) {
    SearchLimit limit = new SearchLimit(System.nanoTime(), 600, steps, () -> false);
    return new GeneticSearch(
        problem, new Neighbours(problem, 40, 20, 20), limit, new FastRandom(4), start, 0);
  }

  @Test
  void crossing_makesPlansBetter_andTellsEach() {
    PlainProblem problem = TestProblems.random(21, 50, true, true);
    PlainPlan start = start(problem);
    GeneticSearch search = search(problem, start, 60_000);
    List<PlainPlan> found = new ArrayList<>();

    search.run(1, found::add);

    assertThat(search.best().length()).isLessThan(start.length());
    assertThat(found).isSortedAccordingTo((a, b) -> Long.compare(b.length(), a.length()));
    assertThat(found.get(found.size() - 1)).isEqualTo(search.best());
    assertThat(found).allSatisfy(p -> assertThat(TestProblems.errors(problem, p)).isEmpty());
  }

  @Test
  void halfOfTheTime_endsHalfWay_andGoesOnFromThere() {
    PlainProblem problem = TestProblems.random(22, 40, true, true);
    GeneticSearch search = search(problem, start(problem), 40_000);

    search.run(0.5, plan -> {});
    long steps = search.steps();
    search.run(1, plan -> {});

    assertThat(steps).isBetween(20_000L, 20_100L);
    assertThat(search.steps()).isBetween(40_000L, 40_100L);
  }

  @Test
  void planOfAnother_becomesTheBestWhenItIsShorter() {
    PlainProblem problem = TestProblems.random(23, 40, true, true);
    PlainPlan start = start(problem);
    GeneticSearch far = search(problem, start, 60_000);
    far.run(1, plan -> {});
    GeneticSearch search = search(problem, start, 60_000);

    search.add(far.best());
    search.add(start);

    assertThat(search.best().length()).isEqualTo(far.best().length()).isLessThan(start.length());
  }

  @Test
  void fewVans_areEnough() {
    PlainProblem wide = TestProblems.random(24, 40, true, true);
    PlainPlan start = start(wide);
    PlainProblem problem = wide.withFleet(start.routes().length);
    GeneticSearch search = search(problem, start, 30_000);

    search.run(1, plan -> {});

    assertThat(TestProblems.errors(problem, search.best())).isEmpty();
  }

  @ParameterizedTest(name = "{0} customers, {1} s, {2} steps")
  @CsvSource({
    "149,0.1,0,true",
    "200,3,0,false",
    "200,4,0,true",
    "200,0.1,9,true",
    "300,600,0,false"
  })
  void population_isForSmallProblemsWithTime(
      int customers, double seconds, long steps, boolean suits) {
    PlainProblem problem = TestProblems.random(25, customers, true, true);
    SearchLimit limit = new SearchLimit(System.nanoTime(), seconds, steps, () -> false);

    assertThat(GeneticSearch.suits(problem, limit)).isEqualTo(suits);
  }
}

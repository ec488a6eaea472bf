package io.gemba.routes.jsprit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.TestRequests;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tours;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** jsprit beside our own search on random cities; the seed is the parameter. */
class JspritDifferentialTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void jspritsPlan_isFeasibleHereAndNotCheaper(long seed) {
    Search effort = new Search(30, 40, seed, 1);
    RouteRequest request = TestRequests.random(seed, 25, 5, effort);
    RouteModel model = new RouteModel(request);

    Tours theirs =
        Objects.requireNonNull(new JspritSearch(model, effort, () -> false, found -> {}).run(null));
    Tours ours =
        new io.gemba.routes.search.FleetPlanner(
                model,
                new Search(30, 4_000, seed, 1),
                new io.gemba.routes.search.FleetPlanner.Start(
                    io.gemba.routes.baseline.NearestNeighbour.plan(model), 0),
                () -> false,
                found -> {})
            .run();

    assertThat(theirs.feasible()).isTrue();
    assertThat(ours.feasible()).isTrue();
    assertThat(ours.cents()).isLessThanOrEqualTo(theirs.cents() * 1.01);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void ourPlan_costsTheSameInJspritsHands(long seed) {
    Search effort = new Search(30, 1_000, seed, 1);
    RouteModel model = new RouteModel(TestRequests.random(seed, 25, 5, effort));
    Tours ours =
        new io.gemba.routes.search.FleetPlanner(
                model,
                effort,
                new io.gemba.routes.search.FleetPlanner.Start(
                    io.gemba.routes.baseline.NearestNeighbour.plan(model), 0),
                () -> false,
                found -> {})
            .run();
    JspritProblem problem =
        new JspritProblem(model, new StopSignal(System.nanoTime() + 30_000_000_000L, () -> false));

    VehicleRoutingProblemSolution solution = problem.solution(ours);

    assertThat(new JspritObjective(problem).getCosts(solution))
        .isCloseTo(ours.cents(), within(1e-3));
    assertThat(problem.tours(solution.getRoutes()).cents()).isCloseTo(ours.cents(), within(1e-3));
  }
}

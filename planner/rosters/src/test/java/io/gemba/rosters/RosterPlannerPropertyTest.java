package io.gemba.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterResult.Assignment;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every roster, over random businesses. The seed is the parameter. */
class RosterPlannerPropertyTest {
  private final RosterPlanner planner = new RosterPlanner();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyRequest_isRosteredLegallyAndNoDearerThanThePattern(long seed) {
    RosterRequest request = TestRosters.random(seed, 9, 10, new Search(30, 400, seed));

    RosterResult result = planner.solve(request, RosterProgress.Listener.SILENT, () -> false);

    Assessment again = RosterChecker.assess(request, cells(result));
    assertThat(again.violations()).isEqualTo(result.violations()).isEmpty();
    assertThat(again.costs()).isEqualTo(result.costs());
    assertThat(result.costs().totalCents())
        .isLessThanOrEqualTo(result.baselineCosts().totalCents());
    assertThat(result.run().evaluations()).isGreaterThan(400);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void sameSeedAndSteps_givesTheSameRoster(long seed) {
    RosterRequest request = TestRosters.random(seed, 8, 7, new Search(30, 300, seed));

    RosterResult first = planner.solve(request, RosterProgress.Listener.SILENT, () -> false);
    RosterResult second = planner.solve(request, RosterProgress.Listener.SILENT, () -> false);

    assertThat(second.assignments()).isEqualTo(first.assignments());
  }

  private static List<Cell> cells(RosterResult result) {
    return result.assignments().stream().map(RosterPlannerPropertyTest::cell).toList();
  }

  private static Cell cell(Assignment a) {
    return new Cell(a.person(), a.day(), a.shift(), a.skill());
  }
}

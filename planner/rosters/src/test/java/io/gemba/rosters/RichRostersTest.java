package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random requests that use everything. */
class RichRostersTest {

  @Test
  void search_keepsContractsAndPairs_asTheCheckerConfirms() {
    for (long seed = 1; seed <= 4; seed++) {
      RosterRequest rich = RichRosters.random(seed, 8, 14, new Search(30, 2_000, seed));

      RosterResult result =
          new RosterPlanner().solve(rich, RosterProgress.Listener.SILENT, () -> false);

      assertThat(result.violations().size())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(result.baselineViolations());
    }
  }

  /** The random requests of the differential tests leave no rule out. */
  @Test
  void randomRequests_breakAndPriceEveryRule() {
    TreeSet<String> hard = new TreeSet<>();
    TreeSet<String> priced = new TreeSet<>();
    for (long seed = 1; seed <= 12; seed++) {
      RosterRequest rich = RichRosters.random(seed, 8, 18, Search.seconds(1, seed));
      Assessment assessed = RosterChecker.assess(rich, anything(rich, new Random(seed)));
      assessed.violations().forEach(one -> hard.add(one.rule()));
      assessed.rules().stream()
          .filter(rule -> rule.cents() > 0)
          .forEach(rule -> priced.add(rule.rule()));
    }

    assertThat(hard)
        .contains(
            "least weekly hours",
            "roster hours",
            "weekly shifts",
            "least consecutive days",
            "free days",
            "weekends",
            "nights",
            "forbidden sequence",
            "pairs");
    assertThat(priced)
        .contains("wishes", "unwanted sequences", "pairs", "fair nights", "fair weekends");
  }

  private static List<Cell> anything(RosterRequest request, Random random) {
    List<Cell> cells = new ArrayList<>();
    for (Person person : request.people()) {
      for (int day = 0; day < request.days(); day++) {
        String code = request.shifts().get(random.nextInt(4)).code();
        if (random.nextInt(5) > 2) {
          cells.add(new Cell(person.id(), MONDAY.plusDays(day), code, person.skills().get(0)));
        }
      }
    }
    return cells;
  }
}

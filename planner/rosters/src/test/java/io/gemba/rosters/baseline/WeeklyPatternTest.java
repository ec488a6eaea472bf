package io.gemba.rosters.baseline;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.TestRosters;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyPatternTest {

  @Test
  void pattern_isTheSameShiftOnTheSameDaysOfEachWeek() {
    List<Demand> demand = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      demand.add(demand("pick", MONDAY.plusDays(day), day % 7 < 4 ? 1 : 0));
    }
    RosterModel model = new RosterModel(request(14, List.of(person("ann", "pick")), demand));

    Duty[] row = WeeklyPattern.roster(model)[0];

    assertThat(Arrays.stream(row).map(Duty::toString).limit(4)).containsOnly("E/pick");
    assertThat(Arrays.copyOfRange(row, 7, 14)).isEqualTo(Arrays.copyOf(row, 7));
    assertThat(Arrays.stream(row).filter(Duty::isWork)).hasSize(10);
  }

  @Test
  void anyBusiness_getsALegalPattern() {
    for (long seed = 1; seed <= 40; seed++) {
      RosterRequest request = TestRosters.random(seed, 12, 14, Search.seconds(1, seed));
      RosterModel model = new RosterModel(request);

      Assessment assessment =
          RosterChecker.assess(request, model.cells(WeeklyPattern.roster(model)));

      assertThat(assessment.violations()).as("seed %d", seed).isEmpty();
      assertThat(assessment.costs().underCents())
          .as("seed %d", seed)
          .isLessThan(RosterChecker.assess(request, List.of()).costs().underCents());
    }
  }
}

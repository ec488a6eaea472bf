package io.gemba.rosters.explain;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterResult.Alternative;
import io.gemba.rosters.RosterResult.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyPersonTest {
  private final RosterPlanner planner = new RosterPlanner();
  private final Person away =
      new Person("cal", "hall", List.of("pick"), 40, 48, 2_000, 1.5, List.of(MONDAY), null);
  private final RosterRequest request =
      request(
          7,
          List.of(person("ann", "pick"), person("bob", "pick"), away),
          List.of(demand("pick", MONDAY, 1)));
  private final List<Cell> annWorks = List.of(new Cell("ann", MONDAY, "E", "pick"));

  @Test
  void worker_hasRankedAlternativesWithExactPrices() {
    Why why = planner.why(request, annWorks, "ann", MONDAY);

    assertThat(why.shift()).isEqualTo("E");
    assertThat(why.alternatives())
        .containsExactly(
            new Alternative("bob", "E", "pick", 0, null),
            new Alternative("ann", null, null, 8 * 4_000 - 500, null),
            new Alternative("cal", "E", "pick", 0, "availability"));
  }

  @Test
  void freePerson_hasTheirOpenShifts() {
    Why why = planner.why(request, List.of(), "bob", MONDAY);

    assertThat(why.shift()).isNull();
    assertThat(why.alternatives().get(0))
        .returns("E", Alternative::shift)
        .returns(-8L * 4_000 + 500, Alternative::deltaCents);
    assertThat(why.reasons()).singleElement().asString().contains("E for pick");
  }

  @Test
  void personAway_isSaidToBe() {
    Why why = planner.why(request, annWorks, "cal", MONDAY);

    assertThat(why.reasons()).containsExactly("cal is away.");
    assertThat(why.alternatives()).allMatch(way -> "availability".equals(way.blockedBy()));
  }

  @Test
  void colleagueAtWork_isBlockedByTheirOwnShift() {
    List<Cell> both =
        List.of(new Cell("ann", MONDAY, "E", "pick"), new Cell("bob", MONDAY, "L", "pick"));

    Why why = planner.why(request, both, "ann", MONDAY);

    assertThat(why.alternatives())
        .filteredOn(way -> way.person().equals("bob"))
        .singleElement()
        .returns("one shift a day", Alternative::blockedBy);
  }

  @Test
  void strangerOrOtherDay_isRefused() {
    assertThatThrownBy(() -> planner.why(request, annWorks, "eve", MONDAY))
        .hasMessageContaining("'eve'");
    assertThatThrownBy(() -> planner.why(request, annWorks, "ann", MONDAY.minusDays(1)))
        .hasMessageContaining("outside the roster");
  }
}

package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static io.gemba.rosters.TestRosters.withPins;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterContradictionsTest {
  private static final Person ANN = person("ann", "pick");
  private static final Person BEN = person("ben", "pick");

  @Test
  void possibleRequest_hasNone() {
    RosterRequest request =
        withPins(
            request(7, List.of(ANN, BEN), List.of(demand("pick", MONDAY, 2))),
            List.of(new Cell("ann", MONDAY, "E", "pick")));

    assertThat(RosterContradictions.list(request)).isEmpty();
  }

  @Test
  void pinAgainstAbsenceSkillAndRest_areAllNamed() {
    Person away = TestPerson.named("ann", "pick").away(0).build();
    RosterRequest request =
        withPins(
            request(7, List.of(away), List.of()),
            List.of(
                new Cell("ann", MONDAY, "L", "pick"),
                new Cell("ann", MONDAY.plusDays(1), "E", "weld")));

    List<String> found = RosterContradictions.list(request);

    assertThat(found).hasSize(3);
    assertThat(found.get(0)).contains("'ann' is pinned to L on 2026-11-23").contains("away");
    assertThat(found.get(1)).contains("weld").contains("[pick]");
    assertThat(found.get(2)).contains("8.0 hours").contains("11.0");
  }

  @Test
  void moreHeadsThanQualifiedPeople_namesHourNeedAndPeople() {
    RosterRequest request =
        request(7, List.of(ANN, BEN, person("eve", "pack")), List.of(demand("pick", MONDAY, 3)));

    assertThat(RosterContradictions.list(request))
        .singleElement()
        .asString()
        .isEqualTo(
            "hall/pick on 2026-11-23 needs 3 heads at 6:00; 2 qualified people can be there.");
  }

  @Test
  void pinnedFreeDay_countsAsNotThere() {
    RosterRequest request =
        withPins(
            request(7, List.of(ANN, BEN), List.of(demand("pick", MONDAY, 2))),
            List.of(new Cell("ben", MONDAY, null, null)));

    assertThat(RosterContradictions.list(request)).singleElement().asString().contains("1 qual");
  }

  @Test
  void moreWorkThanHours_namesTheWeekAndBothNumbers() {
    List<RosterRequest.Demand> every =
        java.util.stream.IntStream.range(0, 7)
            .mapToObj(day -> demand("pick", MONDAY.plusDays(day), 1))
            .toList();
    Person short20 =
        new Person("ann", "hall", List.of("pick"), 10, 12, 2_000, 1.5, List.of(), null);

    List<String> found = RosterContradictions.list(request(7, List.of(short20), every));

    // 12 paid hours cover 12.8, and a shift that began the day before may reach in with 8
    assertThat(found)
        .contains(
            "hall needs 56 hours in the week from 2026-11-23; the people there can give 21.",
            "hall/pick needs 56 hours in the week from 2026-11-23; the people there can give 21.");
  }

  @Test
  void pinnedWeek_aboveTheMaximumIsNamed() {
    List<Cell> pins =
        java.util.stream.IntStream.range(0, 7)
            .mapToObj(day -> new Cell("ann", MONDAY.plusDays(day), "E", "pick"))
            .toList();

    assertThat(RosterContradictions.list(withPins(request(7, List.of(ANN), List.of()), pins)))
        .singleElement()
        .asString()
        .contains("pinned to 52.5 hours")
        .contains("48.0 are the most");
  }

  @Test
  void contractsThatCannotBeMet_areNamedWithTheirNumbers() {
    TestContract contract =
        new TestContract()
            .weekMinutes(1_500, null)
            .rosterMinutes(9_000, null)
            .weekShifts(4, null)
            .nights(null, 0);
    Person away = TestPerson.named("ann", "pick").away(0, 1, 2, 3).under(contract).build();
    Cell annsNight = new Cell("ann", MONDAY.plusDays(5), "N", "pick");
    Cell bobsNight = new Cell("bob", MONDAY.plusDays(5), "N", "pick");
    RosterRequest request =
        TestRequest.of(7, away, person("bob", "pick"))
            .pins(List.of(annsNight, bobsNight))
            .pairs(new Pair("ann", "bob", false, null))
            .build();

    List<String> found = RosterContradictions.list(request);

    assertThat(found)
        .contains(
            "'ann' owes 1500 minutes in the week from 2026-11-23 but can work 1350 at most.",
            "'ann' owes 4 shifts in the week from 2026-11-23 but can work 3 at most.",
            "'ann' owes 9000 minutes in the roster but can work 1350 at most.",
            "'ann' is pinned to 1 nights; 0 are the most.",
            "'ann' and 'bob' must not meet but are pinned to N and N on 2026-11-28.");
  }
}

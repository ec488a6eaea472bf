package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterRequestErrorsTest {

  @Test
  void goodRequest_hasNone() {
    RosterRequest request =
        request(7, List.of(person("ann", "pick")), List.of(demand("pick", MONDAY, 1)));

    assertThat(RosterRequestErrors.list(request)).isEmpty();
  }

  @Test
  void everythingWrong_isSaidAtOnce() {
    Person ann =
        new Person("ann", "hall", List.of(), -1, -2, -3, 0.5, List.of(), new History(null, -4));
    Shift odd =
        new Shift("O", LocalTime.of(6, 0, 30), LocalTime.of(7, 0), 90, List.of(), List.of());
    Demand negative =
        new Demand("hall", "fly", MONDAY.plusDays(9), Collections.nCopies(23, -1), -5, 1);
    RosterRequest request =
        new RosterRequest(
            MONDAY,
            7,
            List.of(ann, ann),
            List.of(odd),
            List.of(negative, negative),
            new Rules(-1, 0, -7),
            List.of(
                new Cell("bob", MONDAY, "X", null),
                new Cell("ann", MONDAY.minusDays(1), null, null)),
            new Published(List.of(), MONDAY, MONDAY.minusDays(1), -8),
            new Search(0, 0, 1));

    assertThatThrownBy(
            () -> new RosterPlanner().solve(request, RosterProgress.Listener.SILENT, () -> false))
        .isInstanceOf(InvalidRosterRequestException.class)
        .hasMessageContainingAll(
            "person 'ann' is there twice",
            "skills of person 'ann' are empty",
            "contractHours (-1.0)",
            "maximumHours (-2.0)",
            "hourlyCents (-3)",
            "overtimeFactor (0.5)",
            "workedDays (-4)",
            "must be whole minutes",
            "unpaidBreakMinutes (90) of shift 'O'",
            "demand hall/fly on 2026-12-02 is there twice",
            "is outside the roster, which runs from 2026-11-23 to 2026-11-29",
            "must be 24, 48, 72 or 96 numbers, not 23",
            "heads (-1)",
            "underCentsPerHour (-5)",
            "skill 'fly'",
            "restHours (-1.0)",
            "maximumConsecutiveDays (0)",
            "fairnessCentsPerHour (-7)",
            "person 'bob'",
            "shift 'X'",
            "shift (X) and skill (null)",
            "The published roster ends",
            "changeCents (-8)",
            "seconds (0.0)",
            "steps (0)");
  }

  @Test
  void nothingAtAll_isSaid() {
    RosterRequest empty =
        new RosterRequest(
            MONDAY, 0, null, null, null, new Rules(11, 5, 0), null, null, Search.seconds(1, 1));

    assertThat(RosterRequestErrors.list(empty))
        .containsExactly(
            "days (0) must be from 1 to 366.",
            "people are empty. Name at least one.",
            "shifts are empty. Name at least one.");
  }
}

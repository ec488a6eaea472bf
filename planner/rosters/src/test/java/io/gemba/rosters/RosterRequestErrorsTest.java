package io.gemba.rosters;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.PriceStep;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterRequest.Wish;
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

  @Test
  void everythingWrongWithContracts_isSaidAtOnce() {
    TestContract contract =
        new TestContract()
            .weekShifts(5, 3)
            .restHours(-1)
            .forbids(-4L, "X", "E")
            .overtime(3, 1.5)
            .overtime(2, 0.5);
    Person ann =
        TestPerson.named("ann", "pick")
            .after(new History(null, 2, 3, List.of()))
            .level("fly", 0)
            .under(contract)
            .wishes(new Wish(MONDAY.minusDays(1), "Y", true, -5))
            .build();
    Shift shift =
        new Shift(
            "E",
            LocalTime.of(6, 0),
            LocalTime.of(7, 0),
            0,
            List.of(),
            List.of(),
            List.of(new Break(50, 20, true)));
    Demand demand =
        new Demand(
            "hall",
            "pick",
            MONDAY,
            Collections.nCopies(48, 1),
            1_000,
            100,
            7,
            List.of(new PriceStep(2, 500)),
            List.of());
    List<Notice> notices = List.of(new Notice(3, 1), new Notice(2, -1));
    RosterRequest request =
        TestRequest.of(7, ann)
            .shifts(shift)
            .demand(demand)
            .published(new Published(List.of(), MONDAY, MONDAY, 1, null, notices))
            .pairs(new Pair("ann", "ann", true, -1L), new Pair("ann", "zoe", true, null))
            .build();

    String errors = String.join("\n", RosterRequestErrors.list(request));

    assertThat(errors)
        .contains(
            "weekShifts of the contract of person 'ann' go from 5 to 3",
            "restHours (-1.0) of the contract",
            "shift 'X' of a forbidden sequence",
            "cents (-4) of a forbidden sequence",
            "The overtime step of 2.0 hours at factor 0.5",
            "freeDays (3) of person 'ann'",
            "level 0 of 'fly' of person 'ann'",
            "The wish of person 'ann' for 2026-11-22 is outside",
            "names the shift 'Y'",
            "costs -5 cents",
            "The break of 20 minutes after 50 minutes of shift 'E'",
            "underSteps of demand hall/pick of level 7",
            "is known at level 7 by nobody",
            "days (2) of a notice",
            "cents (-1) of a notice",
            "names one person",
            "person 'zoe' of the pair",
            "centsPerHour (-1)");
  }
}

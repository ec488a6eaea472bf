package io.gemba.rosters.optaplanner;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static io.gemba.rosters.TestRosters.withPins;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.TestPerson;
import io.gemba.rosters.TestRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What must not be. Shifts pay 450 minutes: E 6-14, L 14-22, N 22-6. A contract week is 2,400
 * minutes at 2,000 cents an hour.
 */
class HardConstraintsTest extends RuleJudge<RosterConstraints> {
  private static final Person ANN = person("ann", "pick", "pack");
  private static final Person BOB = person("bob", "pick");

  HardConstraintsTest() {
    super(new RosterConstraints());
  }

  @Test
  void skill_unknownToThePerson_countsADay() {
    RosterRequest pinned =
        withPins(request(7, List.of(BOB), List.of()), List.of(cell("bob", 0, "E", "pack")));

    penalizes(RosterConstraints::skill, 1_000, Days.of(pinned).row("bob", "E/pack"));
  }

  @Test
  void skill_known_isFree() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::skill, 0, days.row("ann", "E/pack", "L/pick"));
  }

  @Test
  void skill_onAFreeDay_isFree() {
    penalizes(
        RosterConstraints::skill, 0, Days.of(request(7, List.of(BOB), List.of())).row("bob", "-"));
  }

  private static RosterRequest awayOnMonday() {
    return TestRequest.of(7, TestPerson.named("ann", "pick").away(0).build()).build();
  }

  @Test
  void availability_workWhileAway_countsADay() {
    RosterRequest pinned = withPins(awayOnMonday(), List.of(cell("ann", 0, "E", "pick")));

    penalizes(RosterConstraints::availability, 1_000, Days.of(pinned).row("ann", "E/pick"));
  }

  @Test
  void availability_freeWhileAway_isFree() {
    penalizes(RosterConstraints::availability, 0, Days.of(awayOnMonday()).row("ann", "-"));
  }

  @Test
  void availability_workTheDayAfter_isFree() {
    penalizes(
        RosterConstraints::availability, 0, Days.of(awayOnMonday()).row("ann", "-", "E/pick"));
  }

  @Test
  void rest_lateThenEarly_countsTheMissingMinutes() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::rest, 180, days.row("ann", "L/pick", "E/pick"));
  }

  @Test
  void rest_nightThenEarly_countsAllOfIt() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::rest, 660, days.row("ann", "N/pick", "E/pick"));
  }

  @Test
  void rest_exactlyAsLongAsAsked_isFree() {
    RosterRequest eightHours = TestRequest.of(7, ANN).rules(new Rules(8, 5, 100)).build();

    penalizes(RosterConstraints::rest, 0, Days.of(eightHours).row("ann", "L/pick", "E/pick"));
  }

  @Test
  void rest_betweenTwoPeople_isFree() {
    Days days = Days.of(TestRequest.of(7, ANN, BOB).build());

    penalizes(
        RosterConstraints::rest,
        0,
        Days.join(days.row("ann", "L/pick"), days.row("bob", "-", "E/pick")));
  }

  private static RosterRequest after(LocalDateTime lastEnd, int workedDays) {
    History before = new History(lastEnd, workedDays);
    return TestRequest.of(7, TestPerson.named("ann", "pick").after(before).build()).build();
  }

  @Test
  void restSinceHistory_shiftEndedAtMidnight_countsTheMissingMinutes() {
    Days days = Days.of(after(MONDAY.atStartOfDay(), 1));

    penalizes(RosterConstraints::restSinceHistory, 300, days.row("ann", "E/pick"));
  }

  @Test
  void restSinceHistory_exactlyElevenHours_isFree() {
    Days days = Days.of(after(MONDAY.atStartOfDay().minusHours(5), 1));

    penalizes(RosterConstraints::restSinceHistory, 0, days.row("ann", "E/pick"));
  }

  @Test
  void restSinceHistory_withoutHistory_isFree() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::restSinceHistory, 0, days.row("ann", "E/pick"));
  }

  @Test
  void weeklyHours_sevenShifts_countTheMinutesAboveTheMost() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::weeklyHours, 7 * 450 - 2_880, days.same("ann", "E/pick", 7));
  }

  @Test
  void weeklyHours_sixShifts_areFree() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::weeklyHours, 0, days.same("ann", "E/pick", 6));
  }

  @Test
  void weeklyHours_overTwoWeeks_areNotAdded() {
    Days days = Days.of(TestRequest.of(14, ANN).build());

    penalizes(
        RosterConstraints::weeklyHours,
        0,
        Days.join(List.of(days.day("ann", 0, "-")), days.from("ann", 1, "E/pick", 7)));
  }

  @Test
  void consecutiveDays_oneTooMany_countsADay() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::consecutiveDays, 1_000, days.same("ann", "E/pick", 6));
  }

  @Test
  void consecutiveDays_asManyAsAllowed_areFree() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::consecutiveDays, 0, days.same("ann", "E/pick", 5));
  }

  @Test
  void consecutiveDays_lengthenTheRunBefore() {
    Days days = Days.of(after(MONDAY.atStartOfDay().minusDays(1), 4));

    penalizes(RosterConstraints::consecutiveDays, 2_000, days.same("ann", "E/pick", 3));
  }

  @Test
  void consecutiveDays_afterAFreeMonday_forgetTheRunBefore() {
    Days days = Days.of(after(MONDAY.atStartOfDay().minusDays(1), 4));

    penalizes(
        RosterConstraints::consecutiveDays, 0, days.row("ann", "-", "E/pick", "E/pick", "E/pick"));
  }

  private static Cell cell(String person, int day, String shift, String skill) {
    LocalDate date = MONDAY.plusDays(day);
    return new Cell(person, date, shift, skill);
  }
}

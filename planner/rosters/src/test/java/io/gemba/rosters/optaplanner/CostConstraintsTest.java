package io.gemba.rosters.optaplanner;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static io.gemba.rosters.TestRosters.withPublished;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.TestPerson;
import io.gemba.rosters.TestRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What costs money. Shifts pay 450 minutes: E 6-14, L 14-22, N 22-6. A contract week is 2,400
 * minutes at 2,000 cents an hour.
 */
class CostConstraintsTest extends RuleJudge<RosterConstraints> {
  private static final Person ANN = person("ann", "pick", "pack");
  private static final Person BOB = person("bob", "pick");

  CostConstraintsTest() {
    super(new RosterConstraints());
  }

  @Test
  void wages_oneShift_costsItsPaidMinutes() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::wages, 450 * 2_000, days.row("ann", "E/pick"));
  }

  @Test
  void wages_stopAtTheContract() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::wages, 2_400 * 2_000, days.same("ann", "E/pick", 6));
  }

  @Test
  void wages_shortWeek_hasItsShareOfTheContract() {
    Days days = Days.of(TestRequest.of(1, ANN).build());

    penalizes(RosterConstraints::wages, 2_400 / 7 * 2_000, days.row("ann", "E/pick"));
  }

  @Test
  void idleContractHours_freeWeek_costsTheContract() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::idleContractHours, 2_400 * 2_000, days.row("ann", "-"));
  }

  @Test
  void idleContractHours_oneShift_leavesTheRest() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::idleContractHours, 1_950 * 2_000, days.row("ann", "E/pick"));
  }

  @Test
  void idleContractHours_fullWeek_isFree() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::idleContractHours, 0, days.same("ann", "E/pick", 6));
  }

  @Test
  void overtime_aboveTheContract_costsHalfMore() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::overtime, 300 * 3_000, days.same("ann", "E/pick", 6));
  }

  @Test
  void overtime_belowTheContract_isFree() {
    Days days = Days.of(TestRequest.of(7, ANN).build());

    penalizes(RosterConstraints::overtime, 0, days.same("ann", "E/pick", 5));
  }

  @Test
  void overtime_overTwoWeeks_isNotAdded() {
    Days days = Days.of(TestRequest.of(14, ANN).build());

    penalizes(RosterConstraints::overtime, 0, days.from("ann", 3, "E/pick", 8));
  }

  private static RosterRequest twoPickers() {
    return request(
        2,
        List.of(ANN, BOB),
        List.of(demand("pick", MONDAY, 2), demand("pick", MONDAY.plusDays(1), 0)));
  }

  @Test
  void coverUnder_nobody_costsAllHeads() {
    Days days = Days.of(twoPickers());

    penalizes(RosterConstraints::coverUnder, 2 * 8 * 60 * 4_000, days.row("ann", "-"));
  }

  @Test
  void coverUnder_oneOfTwo_costsTheOther() {
    Days days = Days.of(twoPickers());

    penalizes(
        RosterConstraints::coverUnder,
        8 * 60 * 4_000,
        Days.join(days.row("ann", "E/pick"), days.row("bob", "-")));
  }

  @Test
  void coverUnder_bothThere_isFree() {
    Days days = Days.of(twoPickers());

    penalizes(
        RosterConstraints::coverUnder,
        0,
        Days.join(days.row("ann", "E/pick"), days.row("bob", "E/pick")));
  }

  @Test
  void coverUnder_anotherSkill_doesNotHelp() {
    Days days = Days.of(twoPickers());

    penalizes(
        RosterConstraints::coverUnder,
        8 * 60 * 4_000,
        Days.join(days.row("ann", "E/pack"), days.row("bob", "E/pick")));
  }

  @Test
  void coverOver_oneTooMany_costsTheirHours() {
    RosterRequest one = request(1, List.of(ANN, BOB), List.of(demand("pick", MONDAY, 1)));
    Days days = Days.of(one);

    penalizes(
        RosterConstraints::coverOver,
        8 * 60 * 500,
        Days.join(days.row("ann", "E/pick"), days.row("bob", "E/pick")));
  }

  @Test
  void coverOver_justEnough_isFree() {
    Days days = Days.of(twoPickers());

    penalizes(
        RosterConstraints::coverOver,
        0,
        Days.join(days.row("ann", "E/pick"), days.row("bob", "E/pick")));
  }

  @Test
  void coverOver_nightNobodyNeeds_countsOnBothDays() {
    Days days = Days.of(twoPickers());

    penalizes(RosterConstraints::coverOver, 8 * 60 * 500, days.row("ann", "N/pick", "-"));
  }

  @Test
  void coverOver_dayWithoutDemand_costsTheDearestPrice() {
    Days days = Days.of(request(2, List.of(ANN), List.of(demand("pick", MONDAY, 1))));

    penalizes(RosterConstraints::coverOver, 8 * 60 * 500, days.row("ann", "-", "E/pick"));
  }

  @Test
  void fairness_oneWorksForTwo_costsTheirHoursAboveTheAverage() {
    Days days = Days.of(TestRequest.of(7, ANN, BOB).build());

    penalizes(
        RosterConstraints::fairness,
        450 * 100,
        Days.join(days.row("ann", "E/pick", "E/pick"), days.row("bob", "-", "-")));
  }

  @Test
  void fairness_sameHours_isFree() {
    Days days = Days.of(TestRequest.of(7, ANN, BOB).build());

    penalizes(
        RosterConstraints::fairness,
        0,
        Days.join(days.row("ann", "E/pick", "-"), days.row("bob", "-", "L/pick")));
  }

  @Test
  void fairness_otherContract_isNotCompared() {
    Person half = TestPerson.named("bob", "pick").contractHours(20).build();
    Days days = Days.of(TestRequest.of(7, ANN, half).build());

    penalizes(
        RosterConstraints::fairness,
        0,
        Days.join(days.row("ann", "E/pick", "E/pick"), days.row("bob", "-", "-")));
  }

  private static Days published() {
    return Days.of(
        withPublished(
            request(7, List.of(ANN), List.of()),
            new Published(
                List.of(cell("ann", 0, "E", "pick")), MONDAY, MONDAY.plusDays(1), 1_000)));
  }

  @Test
  void changes_eachChangedDay_costsItsPrice() {
    penalizes(RosterConstraints::changes, 2 * 1_000 * 60, published().row("ann", "-", "E/pick"));
  }

  @Test
  void changes_asPublished_isFree() {
    penalizes(RosterConstraints::changes, 0, published().row("ann", "E/pick", "-"));
  }

  @Test
  void changes_beyondThePublishedDays_isFree() {
    penalizes(
        RosterConstraints::changes, 0, published().row("ann", "E/pick", "-", "E/pick", "L/pick"));
  }

  private static Cell cell(String person, int day, String shift, String skill) {
    LocalDate date = MONDAY.plusDays(day);
    return new Cell(person, date, shift, skill);
  }
}

package io.gemba.rosters.optaplanner;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static io.gemba.rosters.TestRosters.withPins;
import static io.gemba.rosters.TestRosters.withPublished;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

/**
 * Each rule on its own: broken, at its boundary, untouched; the name before the underscore is the
 * rule's. Shifts pay 450 minutes: E 6-14, L 14-22, N 22-6. A contract week is 2,400 minutes at
 * 2,000 cents an hour.
 */
class RosterConstraintsTest {
  private static final int LEAST_TESTS = 3;
  private static final Person ANN = person("ann", "pick", "pack");
  private static final Person BOB = person("bob", "pick");

  private final ConstraintVerifier<RosterConstraints, RosterPlan> verifier =
      ConstraintVerifier.build(new RosterConstraints(), RosterPlan.class, PersonDay.class)
          .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

  private void penalizes(
      BiFunction<RosterConstraints, ConstraintFactory, Constraint> rule,
      long weight,
      List<PersonDay> days) {
    verifier.verifyThat(rule).given(days.toArray()).penalizesBy(weight);
  }

  static Stream<String> rules() {
    return Arrays.stream(RosterConstraints.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == Constraint.class)
        .map(Method::getName);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRule_hasThreeTests(String rule) {
    long tests =
        Arrays.stream(getClass().getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .filter(method -> method.getName().startsWith(rule + "_"))
            .count();

    assertThat(tests).as("tests of rule " + rule).isGreaterThanOrEqualTo(LEAST_TESTS);
  }

  @Test
  void skill_unknownToThePerson_countsADay() {
    RosterRequest pinned =
        withPins(request(7, List.of(BOB), List.of()), List.of(cell("bob", 0, "E", "pack")));

    penalizes(RosterConstraints::skill, 1_000, Days.of(pinned).row("bob", "E/pack"));
  }

  @Test
  void skill_known_isFree() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::skill, 0, days.row("ann", "E/pack", "L/pick"));
  }

  @Test
  void skill_onAFreeDay_isFree() {
    penalizes(
        RosterConstraints::skill, 0, Days.of(request(7, List.of(BOB), List.of())).row("bob", "-"));
  }

  private static RosterRequest awayOnMonday() {
    Person away =
        new Person("ann", "hall", List.of("pick"), 40, 48, 2_000, 1.5, List.of(MONDAY), null);
    return request(7, List.of(away), List.of());
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
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::rest, 180, days.row("ann", "L/pick", "E/pick"));
  }

  @Test
  void rest_nightThenEarly_countsAllOfIt() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::rest, 660, days.row("ann", "N/pick", "E/pick"));
  }

  @Test
  void rest_exactlyAsLongAsAsked_isFree() {
    RosterRequest plain = request(7, List.of(ANN), List.of());
    RosterRequest eightHours =
        new RosterRequest(
            MONDAY,
            7,
            plain.people(),
            plain.shifts(),
            List.of(),
            new Rules(8, 5, 100),
            List.of(),
            null,
            plain.search());

    penalizes(RosterConstraints::rest, 0, Days.of(eightHours).row("ann", "L/pick", "E/pick"));
  }

  @Test
  void rest_betweenTwoPeople_isFree() {
    Days days = Days.of(request(7, List.of(ANN, BOB), List.of()));

    penalizes(
        RosterConstraints::rest,
        0,
        Days.join(days.row("ann", "L/pick"), days.row("bob", "-", "E/pick")));
  }

  private static RosterRequest after(LocalDateTime lastEnd, int workedDays) {
    Person ann =
        new Person(
            "ann",
            "hall",
            List.of("pick"),
            40,
            48,
            2_000,
            1.5,
            List.of(),
            new History(lastEnd, workedDays));
    return request(7, List.of(ann), List.of());
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
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::restSinceHistory, 0, days.row("ann", "E/pick"));
  }

  @Test
  void weeklyHours_sevenShifts_countTheMinutesAboveTheMost() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::weeklyHours, 7 * 450 - 2_880, days.same("ann", "E/pick", 7));
  }

  @Test
  void weeklyHours_sixShifts_areFree() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::weeklyHours, 0, days.same("ann", "E/pick", 6));
  }

  @Test
  void weeklyHours_overTwoWeeks_areNotAdded() {
    Days days = Days.of(request(14, List.of(ANN), List.of()));

    penalizes(
        RosterConstraints::weeklyHours,
        0,
        Days.join(List.of(days.day("ann", 0, "-")), days.from("ann", 1, "E/pick", 7)));
  }

  @Test
  void consecutiveDays_oneTooMany_countsADay() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::consecutiveDays, 1_000, days.same("ann", "E/pick", 6));
  }

  @Test
  void consecutiveDays_asManyAsAllowed_areFree() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

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

  @Test
  void wages_oneShift_costsItsPaidMinutes() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::wages, 450 * 2_000, days.row("ann", "E/pick"));
  }

  @Test
  void wages_stopAtTheContract() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::wages, 2_400 * 2_000, days.same("ann", "E/pick", 6));
  }

  @Test
  void wages_shortWeek_hasItsShareOfTheContract() {
    Days days = Days.of(request(1, List.of(ANN), List.of()));

    penalizes(RosterConstraints::wages, 2_400 / 7 * 2_000, days.row("ann", "E/pick"));
  }

  @Test
  void idleContractHours_freeWeek_costsTheContract() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::idleContractHours, 2_400 * 2_000, days.row("ann", "-"));
  }

  @Test
  void idleContractHours_oneShift_leavesTheRest() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::idleContractHours, 1_950 * 2_000, days.row("ann", "E/pick"));
  }

  @Test
  void idleContractHours_fullWeek_isFree() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::idleContractHours, 0, days.same("ann", "E/pick", 6));
  }

  @Test
  void overtime_aboveTheContract_costsHalfMore() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::overtime, 300 * 3_000, days.same("ann", "E/pick", 6));
  }

  @Test
  void overtime_belowTheContract_isFree() {
    Days days = Days.of(request(7, List.of(ANN), List.of()));

    penalizes(RosterConstraints::overtime, 0, days.same("ann", "E/pick", 5));
  }

  @Test
  void overtime_overTwoWeeks_isNotAdded() {
    Days days = Days.of(request(14, List.of(ANN), List.of()));

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
    Days days = Days.of(request(7, List.of(ANN, BOB), List.of()));

    penalizes(
        RosterConstraints::fairness,
        450 * 100,
        Days.join(days.row("ann", "E/pick", "E/pick"), days.row("bob", "-", "-")));
  }

  @Test
  void fairness_sameHours_isFree() {
    Days days = Days.of(request(7, List.of(ANN, BOB), List.of()));

    penalizes(
        RosterConstraints::fairness,
        0,
        Days.join(days.row("ann", "E/pick", "-"), days.row("bob", "-", "L/pick")));
  }

  @Test
  void fairness_otherContract_isNotCompared() {
    Person half = new Person("bob", "hall", List.of("pick"), 20, 48, 2_000, 1.5, List.of(), null);
    Days days = Days.of(request(7, List.of(ANN, half), List.of()));

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

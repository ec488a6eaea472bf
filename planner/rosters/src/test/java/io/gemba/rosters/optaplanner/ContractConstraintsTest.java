package io.gemba.rosters.optaplanner;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Wish;
import io.gemba.rosters.TestContract;
import io.gemba.rosters.TestRosters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

/**
 * Each rule on its own: broken, at its boundary, untouched; the name before the underscore is the
 * rule's. Shifts pay 450 minutes: E 6-14, L 14-22, N 22-6; the first day is a Monday.
 */
class ContractConstraintsTest {
  private static final int LEAST_TESTS = 3;
  private static final Person ANN = person("ann", "pick");
  private static final Person BOB = person("bob", "pick");

  private final ConstraintVerifier<ContractConstraints, RosterPlan> verifier =
      ConstraintVerifier.build(new ContractConstraints(), RosterPlan.class, PersonDay.class)
          .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

  private void penalizes(
      BiFunction<ContractConstraints, ConstraintFactory, Constraint> rule,
      long weight,
      List<PersonDay> days) {
    verifier.verifyThat(rule).given(days.toArray()).penalizesBy(weight);
  }

  static Stream<String> rules() {
    return Arrays.stream(ContractConstraints.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == Constraint.class)
        .map(java.lang.reflect.Method::getName);
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

  private static Days under(TestContract contract, @Nullable History history) {
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
            history,
            Map.of(),
            contract.build(),
            List.of());
    return Days.of(TestRosters.request(10, List.of(ann, BOB), List.of()));
  }

  private static List<PersonDay> row(TestContract contract, String... codes) {
    return row(contract, null, codes);
  }

  /** Ann's first days under a contract, by codes of shifts. */
  private static List<PersonDay> row(
      TestContract contract, @Nullable History history, String... codes) {
    String[] duties =
        Arrays.stream(codes)
            .map(code -> code.equals("-") ? code : code + "/pick")
            .toArray(String[]::new);
    return under(contract, history).row("ann", duties);
  }

  @Test
  void leastWeeklyHours_twoShifts_countTheMinutesMissing() {
    penalizes(
        ContractConstraints::leastWeeklyHours,
        1_000 - 900,
        row(new TestContract().weekMinutes(1_000, null), "E", "E", "-"));
  }

  @Test
  void leastWeeklyHours_exactly_isFree() {
    penalizes(
        ContractConstraints::leastWeeklyHours,
        0,
        row(new TestContract().weekMinutes(900, null), "E", "E", "-"));
  }

  @Test
  void leastWeeklyHours_shorterLastWeek_owesItsShare() {
    Days days = under(new TestContract().weekMinutes(1_000, null), null);

    penalizes(ContractConstraints::leastWeeklyHours, 1_000 * 3 / 7, days.from("ann", 7, "-", 3));
  }

  @Test
  void rosterHours_above_countTheMinutes() {
    penalizes(
        ContractConstraints::rosterHours,
        3 * 450 - 1_000,
        row(new TestContract().rosterMinutes(0, 1_000), "E", "E", "E"));
  }

  @Test
  void rosterHours_below_countTheMinutes() {
    penalizes(
        ContractConstraints::rosterHours,
        100,
        row(new TestContract().rosterMinutes(550, 1_000), "E", "-"));
  }

  @Test
  void rosterHours_atBothEnds_areFree() {
    penalizes(
        ContractConstraints::rosterHours,
        0,
        row(new TestContract().rosterMinutes(900, 900), "E", "E"));
  }

  @Test
  void weeklyShifts_tooMany_countDays() {
    penalizes(
        ContractConstraints::weeklyShifts,
        2_000,
        row(new TestContract().weekShifts(null, 1), "E", "E", "E"));
  }

  @Test
  void weeklyShifts_tooFew_countDays() {
    penalizes(
        ContractConstraints::weeklyShifts,
        1_000,
        row(new TestContract().weekShifts(2, 4), "E", "-"));
  }

  @Test
  void weeklyShifts_twoWeeks_areNotAdded() {
    penalizes(
        ContractConstraints::weeklyShifts,
        0,
        row(new TestContract().weekShifts(0, 2), "E", "E", "-", "-", "-", "-", "-", "E", "E", "-"));
  }

  @Test
  void leastConsecutiveDays_singleDay_countsTheDayMissing() {
    penalizes(
        ContractConstraints::leastConsecutiveDays,
        1_000,
        row(new TestContract().workDays(2, null), "-", "E", "-", "E", "E"));
  }

  @Test
  void leastConsecutiveDays_atTheBorders_isNotJudged() {
    penalizes(
        ContractConstraints::leastConsecutiveDays,
        0,
        row(new TestContract().workDays(3, null), "E", "-", "E"));
  }

  @Test
  void leastConsecutiveDays_historyIsCounted() {
    History two = new History(null, 2);

    penalizes(
        ContractConstraints::leastConsecutiveDays,
        2_000,
        row(new TestContract().workDays(4, null), two, "-", "-"));
    penalizes(
        ContractConstraints::leastConsecutiveDays,
        0,
        row(new TestContract().workDays(4, null), two, "E", "E", "-"));
  }

  @Test
  void freeDays_tooFew_countDays() {
    penalizes(
        ContractConstraints::freeDays,
        1_000,
        row(new TestContract().freeDays(2, 3), "E", "-", "E"));
  }

  @Test
  void freeDays_tooMany_countEach() {
    penalizes(
        ContractConstraints::freeDays,
        2_000,
        row(new TestContract().freeDays(1, 2), "E", "-", "-", "-", "-", "E"));
  }

  @Test
  void freeDays_knownOnesBefore_areCounted() {
    History one = new History(null, 0, 1, List.of());

    penalizes(
        ContractConstraints::freeDays,
        1_000,
        row(new TestContract().freeDays(3, null), one, "-", "E"));
    penalizes(
        ContractConstraints::freeDays, 0, row(new TestContract().freeDays(3, null), "-", "E"));
  }

  @Test
  void weekends_bothDays_areOne() {
    penalizes(
        ContractConstraints::weekends,
        0,
        row(new TestContract().weekends(1, 1), "-", "-", "-", "-", "-", "E", "E", "E"));
  }

  @Test
  void weekends_aboveTheMost_countADay() {
    penalizes(
        ContractConstraints::weekends,
        1_000,
        row(new TestContract().weekends(null, 0), "E", "-", "-", "-", "-", "-", "E"));
  }

  @Test
  void weekends_belowTheLeast_countADay() {
    penalizes(
        ContractConstraints::weekends,
        1_000,
        row(new TestContract().weekends(1, null), "E", "E", "E", "E", "E", "-", "-"));
  }

  @Test
  void nights_aboveTheMost_countDays() {
    penalizes(
        ContractConstraints::nights,
        2_000,
        row(new TestContract().nights(null, 1), "N", "N", "N", "E"));
  }

  @Test
  void nights_belowTheLeast_countDays() {
    penalizes(
        ContractConstraints::nights, 2_000, row(new TestContract().nights(2, 3), "E", "L", "-"));
  }

  @Test
  void nights_atTheMost_areFree() {
    penalizes(ContractConstraints::nights, 0, row(new TestContract().nights(2, 2), "N", "N", "L"));
  }

  @Test
  void forbiddenSequence_eachOccurrence_countsADay() {
    penalizes(
        ContractConstraints::forbiddenSequence,
        2_000,
        row(new TestContract().forbids(null, "N", "?", "E"), "N", "N", "E", "E"));
  }

  @Test
  void forbiddenSequence_beginsInHistory() {
    History night = new History(null, 0, null, List.of("N", "-"));

    penalizes(
        ContractConstraints::forbiddenSequence,
        1_000,
        row(new TestContract().forbids(null, "N", "-", "*"), night, "L", "E"));
  }

  @Test
  void forbiddenSequence_withAPrice_isNotHard() {
    penalizes(
        ContractConstraints::forbiddenSequence,
        0,
        row(new TestContract().forbids(100L, "L", "E"), "L", "E"));
  }

  @Test
  void unwantedSequence_costsItsPrice() {
    penalizes(
        ContractConstraints::unwantedSequence,
        2 * 100 * 60,
        row(new TestContract().forbids(100L, "L", "E"), "L", "E", "L", "E"));
  }

  @Test
  void unwantedSequence_otherDays_areFree() {
    penalizes(
        ContractConstraints::unwantedSequence,
        0,
        row(new TestContract().forbids(100L, "L", "E"), "L", "-", "E"));
  }

  @Test
  void unwantedSequence_whollyInHistory_isFree() {
    History before = new History(null, 0, null, List.of("L", "E"));

    penalizes(
        ContractConstraints::unwantedSequence,
        0,
        row(new TestContract().forbids(100L, "L", "E"), before, "L", "L"));
  }

  private static Days paired(boolean together, @Nullable Long cents) {
    RosterRequest plain = TestRosters.request(7, List.of(ANN, BOB), List.of());
    return Days.of(
        new RosterRequest(
            MONDAY,
            7,
            plain.people(),
            plain.shifts(),
            List.of(),
            plain.rules(),
            List.of(),
            null,
            plain.search(),
            List.of(new Pair("ann", "bob", together, cents))));
  }

  private static List<PersonDay> both(Days days, String ann, String bob) {
    return Days.join(days.row("ann", ann), days.row("bob", bob));
  }

  @Test
  void mustMeet_apartAtTheSameTime_countsTheMinutes() {
    penalizes(ContractConstraints::mustMeet, 480, both(paired(false, null), "E/pick", "E/pick"));
  }

  @Test
  void mustMeet_oneAfterTheOther_isFree() {
    penalizes(ContractConstraints::mustMeet, 0, both(paired(false, null), "E/pick", "L/pick"));
  }

  @Test
  void mustMeet_togetherButAlone_countsTheMinutes() {
    penalizes(ContractConstraints::mustMeet, 480, both(paired(true, null), "E/pick", "-"));
    penalizes(ContractConstraints::mustMeet, 0, both(paired(true, null), "E/pick", "E/pick"));
  }

  @Test
  void pairs_apartAtTheSameTime_costTheirPrice() {
    penalizes(ContractConstraints::pairs, 480 * 300, both(paired(false, 300L), "N/pick", "N/pick"));
  }

  @Test
  void pairs_togetherAtDifferentTimes_costBothShifts() {
    penalizes(ContractConstraints::pairs, 960 * 300, both(paired(true, 300L), "E/pick", "L/pick"));
  }

  @Test
  void pairs_bothFree_costNothing() {
    penalizes(ContractConstraints::pairs, 0, both(paired(true, 300L), "-", "-"));
  }

  private static Days fair(long perNight, long perWeekend) {
    RosterRequest plain = TestRosters.request(7, List.of(ANN, BOB), List.of());
    return Days.of(
        new RosterRequest(
            MONDAY,
            7,
            plain.people(),
            plain.shifts(),
            List.of(),
            new Rules(11, 5, 0, perNight, perWeekend),
            List.of(),
            null,
            plain.search()));
  }

  @Test
  void fairNights_oneHasBoth_costsTheOneAboveTheAverage() {
    Days days = fair(700, 0);

    penalizes(
        ContractConstraints::fairNights,
        700 * 60,
        Days.join(days.row("ann", "N/pick", "N/pick"), days.row("bob", "-", "-")));
  }

  @Test
  void fairNights_halfANight_costsHalf() {
    penalizes(ContractConstraints::fairNights, 700 * 30, both(fair(700, 0), "N/pick", "-"));
  }

  @Test
  void fairNights_otherShifts_areFree() {
    penalizes(ContractConstraints::fairNights, 0, both(fair(700, 0), "E/pick", "-"));
  }

  @Test
  void fairWeekends_oneWorksIt_costsHalf() {
    Days days = fair(0, 900);

    penalizes(
        ContractConstraints::fairWeekends,
        900 * 30,
        Days.join(days.from("ann", 5, "E/pick", 2), days.from("bob", 5, "-", 2)));
  }

  @Test
  void fairWeekends_eachADay_isFree() {
    Days days = fair(0, 900);

    penalizes(
        ContractConstraints::fairWeekends,
        0,
        Days.join(days.from("ann", 5, "E/pick", 1), days.from("bob", 6, "E/pick", 1)));
  }

  @Test
  void fairWeekends_onWorkingDays_isFree() {
    penalizes(ContractConstraints::fairWeekends, 0, both(fair(0, 900), "E/pick", "-"));
  }

  private static Days wishing(@Nullable String shift, boolean wanted) {
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
            null,
            Map.of(),
            null,
            List.of(new Wish(MONDAY, shift, wanted, 250)));
    return Days.of(TestRosters.request(7, List.of(ann), List.of()));
  }

  @Test
  void wishes_unwantedDayWorked_costsItsPrice() {
    penalizes(ContractConstraints::wishes, 250 * 60, wishing(null, false).row("ann", "L/pick"));
  }

  @Test
  void wishes_wantedShiftNotWorked_costsItsPrice() {
    penalizes(ContractConstraints::wishes, 250 * 60, wishing("E", true).row("ann", "L/pick"));
    penalizes(ContractConstraints::wishes, 250 * 60, wishing("E", true).row("ann", "-"));
  }

  @Test
  void wishes_fulfilled_areFree() {
    penalizes(ContractConstraints::wishes, 0, wishing("E", true).row("ann", "E/pick", "L/pick"));
    penalizes(ContractConstraints::wishes, 0, wishing("E", false).row("ann", "L/pick", "E/pick"));
  }
}

package io.gemba.rosters.optaplanner;

import static io.gemba.rosters.TestRosters.person;

import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.TestContract;
import io.gemba.rosters.TestPerson;
import io.gemba.rosters.TestRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rules of a contract. Shifts pay 450 minutes: E 6-14, L 14-22, N 22-6; the first day is a Monday.
 */
class ContractConstraintsTest extends RuleJudge<ContractConstraints> {
  private static final Person BOB = person("bob", "pick");

  ContractConstraintsTest() {
    super(new ContractConstraints());
  }

  private static Days under(TestContract contract, @Nullable History history) {
    Person ann = TestPerson.named("ann", "pick").under(contract).after(history).build();
    return Days.of(TestRequest.of(10, ann, BOB).build());
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
}

package io.gemba.rosters.optaplanner;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.person;

import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Wish;
import io.gemba.rosters.TestPerson;
import io.gemba.rosters.TestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who meets whom, who gets nights and weekends, who gets what they want. Shifts last 480 minutes: E
 * 6-14, L 14-22, N 22-6; the first day is a Monday.
 */
class PreferenceConstraintsTest extends RuleJudge<ContractConstraints> {
  private static final Person ANN = person("ann", "pick");
  private static final Person BOB = person("bob", "pick");

  PreferenceConstraintsTest() {
    super(new ContractConstraints());
  }

  private static Days paired(boolean together, @Nullable Long cents) {
    return Days.of(
        TestRequest.of(7, ANN, BOB).pairs(new Pair("ann", "bob", together, cents)).build());
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
    return Days.of(
        TestRequest.of(7, ANN, BOB).rules(new Rules(11, 5, 0, perNight, perWeekend)).build());
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
    Wish wish = new Wish(MONDAY, shift, wanted, 250);
    return Days.of(TestRequest.of(7, TestPerson.named("ann", "pick").wishes(wish).build()).build());
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

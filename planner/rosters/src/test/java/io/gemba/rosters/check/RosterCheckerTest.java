package io.gemba.rosters.check;

import static io.gemba.rosters.TestRosters.MONDAY;
import static io.gemba.rosters.TestRosters.demand;
import static io.gemba.rosters.TestRosters.person;
import static io.gemba.rosters.TestRosters.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.RosterCosts;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterResult.PersonHours;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand-computed prices: shifts pay 7.5 hours at 20.00, the contract is 40 hours. */
class RosterCheckerTest {
  private final RosterRequest request =
      request(
          7,
          List.of(person("ann", "pick"), person("bob", "pick")),
          List.of(demand("pick", MONDAY, 2), demand("pick", MONDAY.plusDays(1), 0)));

  private static Cell cell(String person, int day, String shift) {
    return new Cell(person, MONDAY.plusDays(day), shift, "pick");
  }

  @Test
  void emptyRoster_costsContractsAndAllHeads() {
    Assessment assessment = RosterChecker.assess(request, List.of());

    assertThat(assessment.costs())
        .isEqualTo(new RosterCosts(0, 2 * 40 * 2_000, 0, 2 * 8 * 4_000, 0, 0, 0, 0, 0, 0));
    assertThat(assessment.feasible()).isTrue();
  }

  @Test
  void oneShift_movesMoneyFromIdleToWagesAndCoversAHead() {
    Assessment assessment = RosterChecker.assess(request, List.of(cell("ann", 0, "E")));

    assertThat(assessment.costs())
        .isEqualTo(
            new RosterCosts(
                15_000, 2 * 80_000 - 15_000, 0, 8 * 4_000, 0, Math.round(3.75 * 100), 0, 0, 0, 0));
    assertThat(assessment.hours())
        .containsExactly(
            new PersonHours("ann", 450, 0, 1_950), new PersonHours("bob", 0, 0, 2_400));
  }

  @Test
  void nightShift_coversTwoDays() {
    Assessment assessment = RosterChecker.assess(request, List.of(cell("ann", 0, "N")));

    assertThat(assessment.cover().get(0).have().subList(22, 24)).containsExactly(1.0, 1.0);
    assertThat(assessment.cover().get(1).have().subList(0, 7))
        .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
    assertThat(assessment.costs().overCents()).isEqualTo(8 * 500);
  }

  @Test
  void shiftThatNobodyAskedFor_isTooManyAtTheDearestPrice() {
    Assessment assessment = RosterChecker.assess(request, List.of(cell("ann", 4, "E")));

    assertThat(assessment.costs().overCents()).isEqualTo(8 * 500);
  }

  @Test
  void brokenRules_areNamedWithTheirAmounts() {
    Assessment assessment =
        RosterChecker.assess(
            request, List.of(cell("bob", 2, "L"), new Cell("bob", MONDAY.plusDays(3), "E", "fly")));

    assertThat(assessment.violations())
        .extracting(v -> v.rule() + " " + v.day() + " " + v.amount())
        .containsExactly("skill 2026-11-26 1", "rest 2026-11-26 180");
    assertThat(assessment.hardWeight()).isEqualTo(1_180);
  }

  @Test
  void twoShiftsOnADay_areRefused() {
    assertThatThrownBy(
            () -> RosterChecker.assess(request, List.of(cell("ann", 0, "E"), cell("ann", 0, "L"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'ann' works twice on 2026-11-23.");
  }

  @Test
  void strangers_areRefused() {
    assertThatThrownBy(() -> RosterChecker.assess(request, List.of(cell("eve", 0, "E"))))
        .hasMessageContaining("'eve' is unknown");
    assertThatThrownBy(() -> RosterChecker.assess(request, List.of(cell("ann", 0, "Q"))))
        .hasMessageContaining("shift 'Q'");
  }
}

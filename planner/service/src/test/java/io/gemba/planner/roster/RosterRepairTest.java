package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ResourceChange;
import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.check.RosterChecker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterRepairTest {
  private static final int DAYS = 14;
  private static final LocalDateTime NOW = LocalDateTime.ofInstant(TestSite.NOW, ZoneOffset.UTC);

  private final RosterDocument published = published();
  private final LocalDate day = TestSite.TODAY.plusDays(2);
  private final String atWork = "ann";
  private final String free = "bob";

  @Test
  void sickCall_isTakenOverByWhoIsFreeAndNothingElseMoves() {
    RosterRequest asked = asked(basis(away(atWork, day)));

    RosterResult repaired = new RosterRepair(published, NOW).of(asked).orElseThrow();

    RosterDocument after = new RosterDocument(asked, repaired, published.needs(), List.of());
    assertThat(after.find(atWork, day)).isEmpty();
    assertThat(after.find(free, day)).isPresent();
    assertThat(after.changesFrom(published, TestSite.TODAY)).isEqualTo(2);
    assertThat(repaired.violations()).isEmpty();
    assertThat(repaired.costs().totalCents())
        .isEqualTo(RosterChecker.assess(asked, after.cells()).costs().totalCents());
  }

  @Test
  void awayOnAFreeDay_needsNoRepair() {
    Optional<RosterResult> none =
        new RosterRepair(published, NOW).of(asked(basis(away(free, day))));

    assertThat(none).isEmpty();
  }

  @Test
  void otherDays_areForTheSearch() {
    RosterBasis week = basis(away(atWork, day));
    RosterBasis next =
        new RosterBasis(
            week.site(),
            TestSite.TODAY.plusDays(7),
            DAYS,
            week.workload(),
            week.absences(),
            Map.of(),
            List.of());

    assertThat(new RosterRepair(published, NOW).of(asked(next))).isEmpty();
  }

  /**
   * Early shifts: Ann has every other day, Bob the days between, Dan drives from Monday to Friday.
   */
  private static RosterDocument published() {
    RosterQuestion question = new RosterQuestion(basis(Absences.of(List.of())), null, NOW);
    List<Need> needs = question.needs();
    RosterRequest request = question.request(needs, 1);
    List<Cell> cells = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = TestSite.TODAY.plusDays(day);
      cells.add(new Cell(day % 2 == 0 ? "ann" : "bob", date, "E", "pick"));
      if (day % 7 < 5) {
        cells.add(new Cell("dan", date, "E", "drive"));
      }
    }
    return new RosterDocument(
        request, new RosterPlanner().assess(request, cells), needs, List.of());
  }

  private RosterRequest asked(RosterBasis basis) {
    RosterQuestion question = new RosterQuestion(basis, published, NOW);
    return question.request(question.needs(), 1);
  }

  private static RosterBasis basis(Absences absences) {
    return new RosterBasis(
        TestSite.site(),
        TestSite.TODAY,
        DAYS,
        TestSite.TODAY
            .datesUntil(TestSite.TODAY.plusDays(DAYS))
            .map(day -> TestSite.workload("warehouse", "pick", day))
            .toList(),
        absences,
        Map.of(),
        List.of());
  }

  private static Absences away(String person, LocalDate day) {
    Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return Absences.of(
        List.of(
            new ResourceChange(
                "sick-" + person,
                ResourceChange.Kind.PERSON,
                person,
                false,
                from,
                from.plusSeconds(86_399),
                "sick")));
  }
}

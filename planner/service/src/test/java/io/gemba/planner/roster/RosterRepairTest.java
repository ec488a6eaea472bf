package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ResourceChange;
import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterProgress;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.check.RosterChecker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterRepairTest {
  private static final int DAYS = 14;
  private static final LocalDateTime NOW = LocalDateTime.ofInstant(TestSite.NOW, ZoneOffset.UTC);

  private final RosterDocument published = published();
  private final LocalDate day =
      TestSite.TODAY
          .datesUntil(TestSite.TODAY.plusDays(DAYS))
          .skip(1)
          .filter(one -> works("ann", one) != works("bob", one))
          .findFirst()
          .orElseThrow();
  private final String atWork = works("ann", day) ? "ann" : "bob";
  private final String free = works("ann", day) ? "bob" : "ann";

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

  private boolean works(String person, LocalDate on) {
    return published.find(person, on).isPresent();
  }

  private static RosterDocument published() {
    RosterQuestion question = new RosterQuestion(basis(Absences.of(List.of())), null, NOW);
    List<Need> needs = question.needs();
    RosterRequest request = question.request(needs, 0.3);
    RosterResult result =
        new RosterPlanner().solve(request, RosterProgress.Listener.SILENT, () -> false);
    return new RosterDocument(request, result, needs, List.of());
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

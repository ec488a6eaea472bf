package io.gemba.planner.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ResourceChange;
import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequestErrors;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a site file says about people and rosters, in the solver's words. */
class RosterQuestionTest {
  private static final LocalDate MONDAY = TestSite.TODAY;
  private static final LocalDateTime NOW = LocalDateTime.ofInstant(TestSite.NOW, ZoneOffset.UTC);

  @Test
  void request_hasEverythingTheSiteFileSays_andNoErrors() {
    RosterRequest request = request(List.of(), null, NOW);

    assertThat(RosterRequestErrors.list(request)).isEmpty();
    assertThat(request.pairs()).containsExactly(new RosterRequest.Pair("ann", "bob", false, null));
    assertThat(request.rules()).isEqualTo(new RosterRequest.Rules(11, 6, 100, 800, 1200));
    assertThat(request.shifts().get(0).breaks())
        .containsExactly(new RosterRequest.Break(240, 30, false));
    assertThat(request.shifts().get(1).skills()).containsExactly("pick");
    assertThat(ann(request).levels()).containsExactly(Map.entry("pick", 2));
    assertThat(request.demand().get(0).underSteps())
        .containsExactly(new RosterRequest.PriceStep(1, 12_000));
  }

  @Test
  void contract_isInMinutesAndCodes_itsLeastLessInAWeekOfLeave() {
    Contract contract = ann(request(List.of(), null, NOW)).limits();

    // two of the five days that Ann works are leave in the second week
    assertThat(contract.weekMinutes()).isEqualTo(new Range(540, 1440));
    assertThat(contract.weekShifts()).isEqualTo(new Range(1, 4));
    assertThat(contract.freeDays()).isEqualTo(new Range(2, null));
    assertThat(contract.restHours()).isEqualTo(12);
    assertThat(contract.forbidden())
        .containsExactly(
            new Contract.Pattern(List.of(List.of("L"), List.of("-"), List.of("E", "L")), 400L));
    assertThat(contract.overtime()).containsExactly(new Contract.OvertimeStep(4, 1.75));
  }

  @Test
  void leastOfAContract_isNothingWhenAWeekIsSpentSick() {
    List<ResourceChange> sick =
        List.of(
            new ResourceChange(
                "sick",
                ResourceChange.Kind.PERSON,
                "ann",
                false,
                TestSite.NOW,
                TestSite.NOW.plusSeconds(6 * 86_400),
                "sick"));

    assertThat(ann(request(sick, null, NOW)).limits().weekMinutes()).isEqualTo(new Range(0, 1440));
  }

  @Test
  void wishes_areForEachDayOnWhichTheyCouldWork() {
    List<RosterRequest.Wish> wishes = ann(request(List.of(), null, NOW)).wishes();

    // the second Tuesday is leave
    assertThat(wishes)
        .containsExactly(
            new RosterRequest.Wish(MONDAY.plusDays(1), "E", false, 9000),
            new RosterRequest.Wish(MONDAY.plusDays(4), null, true, 700));
  }

  @Test
  void lead_isAskedForWhereAnybodyIsNeeded_andNotInHoursGoneBy() {
    RosterRequest request = request(List.of(), null, NOW);
    RosterDocument published = document(request, List.of(new Cell("bob", MONDAY, "E", "pick")));

    RosterRequest later = request(List.of(), published, NOW.withHour(10));

    assertThat(leads(request).get(0).heads().subList(7, 13)).containsExactly(0, 1, 1, 1, 1, 0);
    assertThat(leads(request).get(0).underCentsPerHour()).isEqualTo(800);
    assertThat(leads(later).get(0).heads().subList(7, 13)).containsExactly(0, 0, 0, 1, 1, 0);
    assertThat(RosterRequestErrors.list(later)).isEmpty();
  }

  @Test
  void changes_haveThePricesOfTheSite() {
    RosterDocument published = document(request(List.of(), null, NOW), List.of());

    RosterRequest.Published known = request(List.of(), published, NOW.plusDays(1)).published();

    assertThat(known)
        .isEqualTo(
            new RosterRequest.Published(
                List.of(),
                MONDAY,
                MONDAY.plusDays(13),
                1500,
                MONDAY.plusDays(1),
                List.of(new RosterRequest.Notice(2, 6000))));
  }

  @Test
  void historyOfANewWeek_tellsTheLastDaysBefore() {
    List<Cell> cells =
        IntStream.of(0, 1, 4)
            .mapToObj(day -> new Cell("ann", MONDAY.plusDays(day), "L", "pick"))
            .toList();
    RosterDocument published = document(request(List.of(), null, NOW), cells);
    RosterBasis basis = basis(MONDAY.plusDays(7), List.of());
    RosterQuestion question = new RosterQuestion(basis, published, NOW.plusDays(7));

    RosterRequest request = question.request(question.needs(), 1);

    assertThat(ann(request).history())
        .isEqualTo(
            new RosterRequest.History(
                MONDAY.plusDays(4).atTime(22, 0), 0, 2, List.of("L", "-", "-", "L", "-", "-")));
    assertThat(RosterRequestErrors.list(request)).isEmpty();
  }

  private static RosterRequest.Person ann(RosterRequest request) {
    return request.people().get(0);
  }

  private static List<RosterRequest.Demand> leads(RosterRequest request) {
    return request.demand().stream().filter(row -> row.level() == 2).toList();
  }

  private static RosterDocument document(RosterRequest request, List<Cell> cells) {
    return new RosterDocument(
        request, new RosterPlanner().assess(request, cells), List.of(), List.of());
  }

  private static RosterRequest request(
      List<ResourceChange> changes, @Nullable RosterDocument published, LocalDateTime now) {
    RosterQuestion question = new RosterQuestion(basis(MONDAY, changes), published, now);
    return question.request(question.needs(), 1);
  }

  private static RosterBasis basis(LocalDate first, List<ResourceChange> changes) {
    return new RosterBasis(
        TestSite.rich(),
        first,
        14,
        first
            .datesUntil(first.plusDays(14))
            .map(day -> TestSite.workload("warehouse", "pick", day))
            .toList(),
        Absences.of(changes),
        Map.of(),
        List.of());
  }
}

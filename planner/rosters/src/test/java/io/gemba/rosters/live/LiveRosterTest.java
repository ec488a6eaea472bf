package io.gemba.rosters.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterProgress;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.TestRosters;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveRosterTest {
  private static final LocalDate MONDAY = TestRosters.MONDAY;
  private static final LocalDateTime NOW = MONDAY.plusDays(3).atTime(8, 0);
  private static final long CHANGE_CENTS = 1_000;

  private RosterRequest asked = TestRosters.random(7, 16, 14, new Search(60, 20_000, 1));
  private List<Cell> cells = List.of();
  private LiveRoster live = new LiveRoster(asked, cells, NOW, CHANGE_CENTS);

  @BeforeAll
  void plan() {
    cells =
        new RosterPlanner()
            .solve(asked, RosterProgress.Listener.SILENT, () -> false).assignments().stream()
                .map(one -> new Cell(one.person(), one.day(), one.shift(), one.skill()))
                .toList();
    live = new LiveRoster(asked, cells, NOW, CHANGE_CENTS);
  }

  private static boolean gone(Cell cell) {
    return cell.day().isBefore(NOW.toLocalDate());
  }

  private List<Cell> upcoming() {
    return cells.stream().filter(cell -> cell.day().isAfter(NOW.toLocalDate())).toList();
  }

  private boolean covers(Cell cell, Span span) {
    return cell.skill().equals(span.skill())
        && asked.shifts().stream()
            .filter(shift -> shift.code().equals(cell.shift()))
            .anyMatch(
                shift ->
                    shift.start().getHour() <= span.fromHour()
                        && shift.start().getHour() * 60 + shift.lengthMinutes()
                            >= span.toHour() * 60);
  }

  private long centMinutes(List<Cell> roster) {
    return RosterChecker.assess(live.request(), roster).centMinutes();
  }

  private List<Cell> after(List<Edit.Move> moves) {
    List<Cell> roster = new ArrayList<>(cells);
    for (Edit.Move move : moves) {
      roster.removeIf(cell -> cell.person().equals(move.person()) && cell.day().equals(move.day()));
      if (move.shift() != null) {
        roster.add(new Cell(move.person(), move.day(), move.shift(), move.skill()));
      }
    }
    return roster;
  }

  @Test
  void everySickCall_isRepairedWithinThreeCellsAndThePastStays() {
    int small = 0;
    Set<Cell> past = new HashSet<>(cells.stream().filter(LiveRosterTest::gone).toList());
    for (Cell shift : upcoming()) {
      Repair repair = live.absence(shift.person(), shift.day(), shift.day(), 0, () -> false);

      List<Cell> left = cells.stream().filter(cell -> !cell.equals(shift)).toList();
      Assessment open = RosterChecker.assess(repair.request(), left);
      Assessment now = RosterChecker.assess(repair.request(), repair.cells());
      assertThat(repair.lost()).containsExactly(shift);
      assertThat(now.hardWeight()).isLessThanOrEqualTo(open.hardWeight());
      assertThat(repair.change().deltaCents())
          .isNotPositive()
          .isEqualTo(Math.round((now.centMinutes() - open.centMinutes()) / 60.0));
      assertThat(repair.cells())
          .noneMatch(
              cell -> cell.person().equals(shift.person()) && cell.day().equals(shift.day()));
      assertThat(new HashSet<>(repair.cells().stream().filter(LiveRosterTest::gone).toList()))
          .isEqualTo(past);
      small += repair.change().moves().size() <= 3 ? 1 : 0;
    }
    assertThat(small).isEqualTo(upcoming().size());
  }

  @Test
  void moreTime_neverMakesARepairDearer() {
    Cell shift = upcoming().get(0);

    Repair first = live.absence(shift.person(), shift.day(), shift.day(), 0, () -> false);
    Repair later = live.absence(shift.person(), shift.day(), shift.day(), 0.2, () -> false);

    assertThat(later.costCents()).isLessThanOrEqualTo(first.costCents());
  }

  @Test
  void noShow_freesAShiftThatHasBegun() {
    Cell begun =
        cells.stream()
            .filter(cell -> cell.day().equals(NOW.toLocalDate()) && cell.shift().equals("E"))
            .findFirst()
            .orElseThrow();

    Repair repair = live.absence(begun.person(), begun.day(), begun.day(), 0, () -> false);

    assertThat(repair.lost()).containsExactly(begun);
    // who begins at six is there already, and nobody else can begin any more
    assertThat(repair.change().moves())
        .noneMatch(move -> "E".equals(move.wasShift()) && move.day().equals(begun.day()));
  }

  @Test
  void surge_isPricedWithTheNewHeads() {
    LocalDate day = MONDAY.plusDays(8);

    Repair repair = live.surge(new Span("hall", "pick", day, 9, 13), 2, 0, () -> false);

    Assessment before = RosterChecker.assess(repair.request(), cells);
    Assessment now = RosterChecker.assess(repair.request(), repair.cells());
    assertThat(Math.round((now.centMinutes() - before.centMinutes()) / 60.0))
        .isEqualTo(repair.change().deltaCents());
    assertThat(repair.request().demand()).isNotEqualTo(live.request().demand());
    assertThat(repair.lost()).isEmpty();
  }

  @Test
  void editByHand_costsWhatTheCheckerFinds() {
    Cell shift = upcoming().get(3);

    Edit edit = live.price(List.of(new Cell(shift.person(), shift.day(), null, null)));

    long delta = centMinutes(after(edit.moves())) - centMinutes(cells);
    assertThat(edit.deltaCents()).isEqualTo(Math.round(delta / 60.0));
    assertThat(edit.moves()).hasSize(1);
  }

  @Test
  void editOfThePast_isRefusedWithTheCell() {
    Cell past = cells.stream().filter(LiveRosterTest::gone).findFirst().orElseThrow();

    assertThatThrownBy(() -> live.price(List.of(new Cell(past.person(), past.day(), null, null))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(past.person())
        .hasMessageContaining(past.day().toString());
  }

  @Test
  void swaps_areExactAndAllowedOnesComeFirst() {
    for (Cell shift : upcoming().subList(0, 8)) {
      List<Edit> offers = live.swaps(shift.person(), shift.day(), 6);

      assertThat(offers).isNotEmpty().hasSizeLessThanOrEqualTo(6);
      boolean blocked = false;
      for (Edit offer : offers) {
        List<Cell> roster = after(offer.moves());
        long delta = centMinutes(roster) - centMinutes(cells);
        assertThat(offer.deltaCents()).isEqualTo(Math.round(delta / 60.0));
        assertThat(roster).doesNotContain(shift);
        assertThat(blocked && offer.isAllowed()).isFalse();
        blocked |= !offer.isAllowed();
      }
    }
  }

  @Test
  void swapOfAFreeDay_isRefused() {
    LocalDate day = MONDAY.plusDays(10);
    String free =
        asked.people().stream()
            .map(RosterRequest.Person::id)
            .filter(
                id -> cells.stream().noneMatch(c -> c.person().equals(id) && c.day().equals(day)))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> live.swaps(free, day, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(free);
  }

  @Test
  void whyOpen_namesEverybodyElseWithTheSkillAndAnAllowedChain() {
    Span span = new Span("hall", "pick", MONDAY.plusDays(9), 10, 12);
    Set<String> atWork =
        cells.stream()
            .filter(cell -> cell.day().equals(span.day()) && covers(cell, span))
            .map(Cell::person)
            .collect(Collectors.toSet());
    assertThat(atWork).isNotEmpty();

    OpenShift why = live.whyOpen(span);

    assertThat(why.people().stream().map(OpenShift.Candidate::person))
        .containsExactlyInAnyOrderElementsOf(
            asked.people().stream()
                .filter(one -> one.place().equals("hall") && one.skills().contains("pick"))
                .map(RosterRequest.Person::id)
                .filter(id -> !atWork.contains(id))
                .toList());
    assertThat(why.chain().isAllowed()).isTrue();
    long delta = centMinutes(after(why.chain().moves())) - centMinutes(cells);
    assertThat(why.chain().deltaCents()).isEqualTo(Math.round(delta / 60.0));
    for (OpenShift.Candidate one : why.people()) {
      if (one.blockedBy() == null && one.deltaCents() != null) {
        Edit edit = live.price(List.of(new Cell(one.person(), span.day(), one.shift(), "pick")));
        assertThat(edit.deltaCents()).isEqualTo(one.deltaCents());
        assertThat(edit.isAllowed()).isTrue();
      }
    }
  }

  @Test
  void offers_areFreePeopleBestFirst() {
    Span span = new Span("plant", "clean", MONDAY.plusDays(8), 9, 12);

    List<Edit> offers = live.offers(span, 5);

    for (Edit offer : offers) {
      Edit.Move move = offer.moves().get(0);
      assertThat(move.wasShift()).isNull();
      assertThat(move.skill()).isEqualTo("clean");
    }
    List<Long> allowed = offers.stream().filter(Edit::isAllowed).map(Edit::deltaCents).toList();
    assertThat(allowed).isSorted();
  }

  @Test
  void insteadOf_ranksOthersByPriceAllowedFirst() {
    Cell shift = upcoming().get(2);

    List<Edit> ways = live.insteadOf(shift.person(), shift.day());

    assertThat(ways).isNotEmpty();
    assertThat(ways.stream().filter(Edit::isAllowed).map(Edit::deltaCents).toList()).isSorted();
    for (Edit way : ways) {
      long delta = centMinutes(after(way.moves())) - centMinutes(cells);
      assertThat(way.deltaCents()).isEqualTo(Math.round(delta / 60.0));
    }
  }
}

package io.gemba.planner.roster;

import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.live.Edit;
import io.gemba.rosters.live.LiveRoster;
import io.gemba.site.Rostering;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The roster that is shown, ready to be asked and changed. Once it is published every change of it
 * has to be told to people, at a price; of a draft nobody knows yet.
 */
final class ShownRoster {
  private final RosterDocument document;
  private final LiveRoster live;
  private final RosterRequest request;

  private ShownRoster(RosterDocument document, LiveRoster live, RosterRequest request) {
    this.document = document;
    this.live = live;
    this.request = request;
  }

  static ShownRoster published(RosterDocument document, Rostering rostering, LocalDateTime now) {
    RosterRequest asked = document.request();
    RosterRequest.Published known =
        RosterQuestion.prices(
            rostering,
            document.cells(),
            asked.firstDay(),
            asked.endDay().minusDays(1),
            now.toLocalDate());
    RosterRequest priced =
        new RosterRequest(
            asked.firstDay(),
            asked.days(),
            asked.people(),
            asked.shifts(),
            asked.demand(),
            asked.rules(),
            asked.pins(),
            known,
            asked.search(),
            asked.pairs());
    LiveRoster live = new LiveRoster(priced, document.cells(), now, known.changeCents());
    return new ShownRoster(document, live, live.request());
  }

  static ShownRoster draft(RosterDocument document, LocalDateTime now) {
    LiveRoster live = new LiveRoster(document.request(), document.cells(), now, 0);
    return new ShownRoster(document, live, document.request());
  }

  /** Answers about it. Of a draft, prices are without that of telling people. */
  LiveRoster live() {
    return live;
  }

  /**
   * What changing cells would cost, by the checker.
   *
   * @throws IllegalArgumentException naming a cell that is unknown, twice there or cannot change
   */
  Edit price(List<Cell> edits) {
    Edit edit = live.price(edits);
    long cents = cents(changed(edits)) - cents(document.cells());
    return new Edit(edit.moves(), cents, edit.broken());
  }

  /** The roster with cells changed, priced and explained anew. */
  RosterDocument with(List<Cell> edits) {
    return new RosterDocument(
        request,
        new RosterPlanner().assess(request, changed(edits)),
        document.needs(),
        document.extras());
  }

  private long cents(List<Cell> cells) {
    return RosterChecker.assess(request, cells).costs().totalCents();
  }

  private List<Cell> changed(List<Cell> edits) {
    Map<List<Object>, Cell> cells = new HashMap<>();
    document.cells().forEach(cell -> cells.put(List.of(cell.person(), cell.day()), cell));
    edits.forEach(cell -> cells.put(List.of(cell.person(), cell.day()), cell));
    return cells.values().stream().filter(cell -> cell.shift() != null).toList();
  }
}

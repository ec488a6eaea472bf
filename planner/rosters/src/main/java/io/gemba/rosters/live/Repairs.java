package io.gemba.rosters.live;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.engine.Chains;
import io.gemba.rosters.engine.Chains.Chain;
import io.gemba.rosters.engine.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Puts a roster right after something has happened, by few changes and then by cheaper ones. */
final class Repairs {
  private static final int REPAIR_CELLS = 3;

  private final Board board;

  Repairs(Board board) {
    this.board = board;
  }

  /**
   * Somebody is away: a sick call, or a no-show on the day itself.
   *
   * @param from first day away
   * @param to last day away
   * @param seconds how long to look for something better than the first repair; 0 = not at all
   */
  Repair absence(
      String person, LocalDate from, LocalDate to, double seconds, BooleanSupplier cancelled) {
    long began = System.nanoTime();
    int row = board.row(person);
    Set<Integer> days = new TreeSet<>();
    List<LocalDate> dates = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.add(board.day(day));
      dates.add(day);
    }
    RosterRequest after = Known.away(board.request(), person, dates);
    Problem problem = board.compiled().problem(Map.of(row, days), List.of());
    short[] start = board.roster().clone();
    days.forEach(day -> start[row * board.request().days() + day] = 0);
    return repair(new Disturbed(after, problem, start, days, began), seconds, cancelled);
  }

  /**
   * More work has come, or less.
   *
   * @param heads heads more in each hour of the span; negative = fewer, never below none
   * @throws IllegalArgumentException if the request names no demand there that day
   */
  Repair surge(Span span, int heads, double seconds, BooleanSupplier cancelled) {
    long began = System.nanoTime();
    Demand before =
        board.request().demand().stream()
            .filter(row -> row.place().equals(span.place()) && row.skill().equals(span.skill()))
            .filter(row -> row.day().equals(span.day()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no demand %s/%s on %s. Plan anew for a new kind of work."
                            .formatted(span.place(), span.skill(), span.day())));
    Demand after = Known.more(before, span, heads);
    RosterRequest now = Known.demanding(board.request(), before, after);
    Problem problem = board.compiled().problem(Map.of(), List.of(after));
    Set<Integer> days = Set.of(board.day(span.day()));
    return repair(
        new Disturbed(now, problem, board.roster().clone(), days, began), seconds, cancelled);
  }

  /** What is left after a disturbance, before anything is put right. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  private record Disturbed(
      RosterRequest request, Problem problem, short[] start, Set<Integer> days, long began) {}

  private Repair repair(Disturbed left, double seconds, BooleanSupplier cancelled) {
    Chains chains = new Chains(left.problem(), left.start());
    Problem.Total open = chains.total();
    Chain chain = chains.cheapest(left.days(), REPAIR_CELLS, cancelled);
    chains.make(chain.changes());
    if (seconds > 0) {
      int[] rows = IntStream.range(0, board.request().people().size()).toArray();
      chains.polish(rows, Math.round(seconds * 1e9), 1, cancelled);
    }
    short[] now = chains.roster();
    List<Cell> cells = board.model().cells(board.compiled().duties(now));
    Assessment assessed = RosterChecker.assess(left.request(), cells);
    Problem.Total total = chains.total();
    if (assessed.hardWeight() != total.hard() || assessed.centMinutes() != total.soft()) {
      throw new IllegalStateException(
          "The checker refuses the repair: the engine claims %s, the checker finds %d and %d."
              .formatted(total, assessed.hardWeight(), assessed.centMinutes()));
    }
    return new Repair(
        left.request(),
        cells,
        lost(left.start()),
        board.edit(left.start(), now, Board.cents(total.soft() - open.soft())),
        Board.cents(total.soft()),
        (System.nanoTime() - left.began()) / 1e6);
  }

  private List<Cell> lost(short[] start) {
    List<Cell> lost = new ArrayList<>();
    for (int at = 0; at < start.length; at++) {
      if (start[at] != board.roster()[at]) {
        lost.add(
            board.cell(
                at / board.request().days(), at % board.request().days(), board.roster()[at]));
      }
    }
    return lost;
  }
}

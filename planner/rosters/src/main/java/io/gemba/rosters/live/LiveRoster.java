package io.gemba.rosters.live;

import io.gemba.rosters.InvalidRosterRequestException;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A roster in force, compiled once, that answers within milliseconds. Days gone by, shifts begun
 * and pins never change. Immutable, thread safe: every question works on a copy of the roster.
 *
 * <p>Every answer's price is the engine's exact difference; a repair is confirmed by the
 * independent checker before it is given out.
 */
public final class LiveRoster {
  private final Board board;

  /**
   * Takes a roster over.
   *
   * @param asked the request it was made from; its own published roster is replaced by {@code
   *     cells}
   * @param cells the roster people know, shifts only
   * @param now local time; what has begun by then is pinned
   * @param changeCents price of each cell that changes from now on
   * @throws InvalidRosterRequestException naming everything that is wrong
   * @throws IllegalArgumentException if the rest rule reaches over more days than the engine
   *     follows
   */
  public LiveRoster(RosterRequest asked, List<Cell> cells, LocalDateTime now, long changeCents) {
    board = new Board(Known.of(asked, cells, now, changeCents), cells);
  }

  /** The question that the roster answers now: everything known and pinned. */
  public RosterRequest request() {
    return board.request();
  }

  /**
   * Somebody is away: a sick call, or a no-show on the day itself.
   *
   * @param from first day away
   * @param to last day away
   * @param seconds how long to look for something better than the first repair; 0 = not at all
   */
  public Repair absence(
      String person, LocalDate from, LocalDate to, double seconds, BooleanSupplier cancelled) {
    return new Repairs(board).absence(person, from, to, seconds, cancelled);
  }

  /**
   * More work has come, or less.
   *
   * @param heads heads more in each hour of the span; negative = fewer, never below none
   * @throws IllegalArgumentException if the request names no demand there that day
   */
  public Repair surge(Span span, int heads, double seconds, BooleanSupplier cancelled) {
    return new Repairs(board).surge(span, heads, seconds, cancelled);
  }

  /**
   * What an edit by hand would cost, before it is made.
   *
   * @param edits the cells as they would be, each named once
   * @throws IllegalArgumentException if a cell is unknown, twice there or not open to its person
   */
  public Edit price(List<Cell> edits) {
    return new Trades(board).price(edits);
  }

  /**
   * Ways to give a shift away: somebody free takes it, somebody at work that day changes with them,
   * or somebody takes it and gives a shift of another day back. Allowed ones first, then by price.
   *
   * @param most how many
   * @throws IllegalArgumentException if the person is free that day or the cell cannot change
   */
  public List<Edit> swaps(String person, LocalDate day, int most) {
    return new Trades(board).swaps(person, day, most);
  }

  /** People for work that is open, best first: who could take it, as an edit of one cell. */
  public List<Edit> offers(Span span, int most) {
    return new Openings(board).offers(span, most);
  }

  /** Why nobody does some work: what keeps each person from it, and what would free someone. */
  public OpenShift whyOpen(Span span) {
    return new Openings(board).whyOpen(span);
  }

  /**
   * Why this person and nobody else: the same shift by each other person who is free, cheapest
   * allowed first.
   *
   * @throws IllegalArgumentException if the person is free that day
   */
  public List<Edit> insteadOf(String person, LocalDate day) {
    return new Trades(board).insteadOf(person, day);
  }
}

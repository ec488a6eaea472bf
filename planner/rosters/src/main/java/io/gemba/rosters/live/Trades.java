package io.gemba.rosters.live;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.engine.Chains;
import io.gemba.rosters.engine.Chains.Chain;
import io.gemba.rosters.engine.Chains.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What changing cells by hand would cost: an edit, a swap, somebody else instead. */
final class Trades {
  private final Board board;

  Trades(Board board) {
    this.board = board;
  }

  /**
   * What an edit by hand would cost, before it is made.
   *
   * @param edits the cells as they would be, each named once
   * @throws IllegalArgumentException if a cell is unknown, twice there or not open to its person
   */
  Edit price(List<Cell> edits) {
    List<Change> changes = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Cell edit : edits) {
      Change change =
          new Change(board.row(edit.person()), board.day(edit.day()), board.value(edit));
      if (!board.isOpen(change.row(), change.day(), change.value())) {
        throw new IllegalArgumentException(
            "%s on %s is closed to '%s': away, pinned, gone by or of another place."
                .formatted(edit.shift(), edit.day(), edit.person()));
      }
      if (!seen.add(change.row() * board.request().days() + change.day())) {
        throw new IllegalArgumentException(
            "'%s' on %s is edited twice. Keep one.".formatted(edit.person(), edit.day()));
      }
      changes.add(change);
    }
    return board.edit(board.chains().price(changes));
  }

  /**
   * Ways to give a shift away: somebody free takes it, somebody at work that day changes with them,
   * or somebody takes it and gives a shift of another day back. Allowed ones first, then by price.
   *
   * @param most how many
   * @throws IllegalArgumentException if the person is free that day or the cell cannot change
   */
  List<Edit> swaps(String person, LocalDate day, int most) {
    int row = board.row(person);
    int at = board.day(day);
    int value = board.at(row, at);
    if (value == 0 || !board.isOpen(row, at, 0)) {
      throw new IllegalArgumentException(
          "'%s' has no shift on %s that can be given away.".formatted(person, day));
    }
    Chains chains = board.chains();
    List<List<Change>> ways = new ArrayList<>();
    for (int other = 0; other < board.request().people().size(); other++) {
      if (other != row && board.isOpen(other, at, value)) {
        int theirs = board.at(other, at);
        if (theirs == 0) {
          ways.add(List.of(new Change(row, at, 0), new Change(other, at, value)));
          back(row, other, at, value, ways);
        } else if (theirs != value && board.isOpen(row, at, theirs)) {
          ways.add(List.of(new Change(row, at, theirs), new Change(other, at, value)));
        }
      }
    }
    return ways.stream()
        .map(chains::price)
        .sorted(Board.BEST_FIRST)
        .limit(most)
        .map(way -> board.edit(way))
        .toList();
  }

  /** The other takes the shift and gives one of another day, on which the person is free. */
  private void back(int row, int other, int at, int value, List<List<Change>> ways) {
    for (int day = 0; day < board.request().days(); day++) {
      int theirs = board.at(other, day);
      if (day != at
          && theirs != 0
          && board.at(row, day) == 0
          && board.isOpen(row, day, theirs)
          && board.isOpen(other, day, 0)) {
        ways.add(
            List.of(
                new Change(row, at, 0),
                new Change(other, at, value),
                new Change(other, day, 0),
                new Change(row, day, theirs)));
      }
    }
  }

  /**
   * Why this person and nobody else: the same shift by each other person who is free, cheapest
   * allowed first.
   *
   * @throws IllegalArgumentException if the person is free that day
   */
  List<Edit> insteadOf(String person, LocalDate day) {
    int row = board.row(person);
    int at = board.day(day);
    int value = board.at(row, at);
    if (value == 0) {
      throw new IllegalArgumentException("'%s' is free on %s.".formatted(person, day));
    }
    Chains chains = board.chains();
    List<Chain> ways = new ArrayList<>();
    ways.add(chains.price(List.of(new Change(row, at, 0))));
    for (int other = 0; other < board.request().people().size(); other++) {
      if (other != row && board.at(other, at) == 0 && board.isOpen(other, at, value)) {
        ways.add(chains.price(List.of(new Change(row, at, 0), new Change(other, at, value))));
      }
    }
    return ways.stream().sorted(Board.BEST_FIRST).map(way -> board.edit(way)).toList();
  }
}

package io.gemba.rosters.live;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterResult.Violation;
import io.gemba.rosters.engine.Chains;
import io.gemba.rosters.engine.Chains.Chain;
import io.gemba.rosters.engine.Chains.Change;
import io.gemba.rosters.model.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who could do work that is open, and what keeps each person from it. */
final class Openings {
  private static final int CHAIN_CELLS = 2;

  private final Board board;

  Openings(Board board) {
    this.board = board;
  }

  /** People for work that is open, best first: who could take it, as an edit of one cell. */
  List<Edit> offers(Span span, int most) {
    Chains chains = board.chains();
    return best(span, chains).stream()
        .filter(way -> board.at(way.row(), board.day(span.day())) == 0)
        .sorted(Way.ORDER)
        .limit(most)
        .map(way -> board.edit(way.chain()))
        .toList();
  }

  /** A person's cheapest way to cover a span. */
  private record Way(int row, Chain chain) {
    static final Comparator<Way> ORDER = Comparator.comparing(Way::chain, Board.BEST_FIRST);
  }

  private List<Way> best(Span span, Chains chains) {
    int day = board.day(span.day());
    List<Way> ways = new ArrayList<>();
    for (int row = 0; row < board.request().people().size(); row++) {
      Way best = null;
      if (isAskable(row, span)) {
        for (int value = 1; value < board.compiled().problem().values(); value++) {
          if (value != board.at(row, day)
              && helps(board.compiled().duty(value), span)
              && board.isOpen(row, day, value)) {
            Way way = new Way(row, chains.price(List.of(new Change(row, day, value))));
            best = best == null || Way.ORDER.compare(way, best) < 0 ? way : best;
          }
        }
      }
      if (best != null) {
        ways.add(best);
      }
    }
    return ways;
  }

  /** Somebody of the place with the skill who does not do this work already. */
  private boolean isAskable(int row, Span span) {
    Person person = board.request().people().get(row);
    int works = board.at(row, board.day(span.day()));
    return person.place().equals(span.place())
        && person.skills().contains(span.skill())
        && (works == 0 || !covers(board.compiled().duty(works), span));
  }

  private static boolean helps(Duty duty, Span span) {
    return span.skill().equals(duty.skill())
        && duty.startMinute() < span.toHour() * 60
        && duty.startMinute() + duty.lengthMinutes() > span.fromHour() * 60;
  }

  private static boolean covers(Duty duty, Span span) {
    return span.skill().equals(duty.skill())
        && duty.startMinute() <= span.fromHour() * 60
        && duty.startMinute() + duty.lengthMinutes() >= span.toHour() * 60;
  }

  /** Why nobody does some work: what keeps each person from it, and what would free someone. */
  OpenShift whyOpen(Span span) {
    Chains chains = board.chains();
    List<Way> ways = new ArrayList<>(best(span, chains));
    ways.sort(Way.ORDER);
    List<OpenShift.Candidate> people = new ArrayList<>();
    Set<Integer> open = new HashSet<>();
    for (Way way : ways) {
      people.add(candidate(way));
      open.add(way.row());
    }
    for (int row = 0; row < board.request().people().size(); row++) {
      if (!open.contains(row) && isAskable(row, span)) {
        people.add(closed(row, span.day()));
      }
    }
    Edit none = new Edit(List.of(), 0, List.of());
    if (ways.isEmpty()) {
      return new OpenShift(people, none);
    }
    List<Chain> begun = ways.stream().map(Way::chain).toList();
    Chain chain = chains.longer(begun, CHAIN_CELLS, () -> false);
    boolean helps = chain.hard() <= 0;
    return new OpenShift(people, helps ? board.edit(chain) : none);
  }

  private OpenShift.Candidate candidate(Way way) {
    Change change = way.chain().changes().get(0);
    Cell works = board.cell(way.row(), change.day(), board.at(way.row(), change.day()));
    Violation blocked =
        way.chain().hard() <= 0
            ? null
            : board.edit(board.roster(), way.chain().changes(), 0).broken().stream()
                .findFirst()
                .orElse(null);
    return new OpenShift.Candidate(
        board.request().people().get(way.row()).id(),
        board.compiled().duty(change.value()).shift(),
        Board.cents(way.chain().soft()),
        blocked,
        works.shift());
  }

  /** Somebody who cannot be asked: away, pinned, or without a shift at those hours. */
  private OpenShift.Candidate closed(int row, LocalDate day) {
    Person person = board.request().people().get(row);
    boolean away = person.unavailable().contains(day);
    boolean pinned =
        board.compiled().problem().listRows().get(row).open()[board.day(day)].length == 1;
    String rule = away ? "availability" : pinned ? "pin" : "no shift";
    String detail = away ? "away" : pinned ? "pinned" : "without a shift at these hours";
    Cell works = board.cell(row, board.day(day), board.at(row, board.day(day)));
    return new OpenShift.Candidate(
        person.id(),
        null,
        null,
        new Violation(
            rule, person.id(), day, 1, "%s is %s on %s.".formatted(person.id(), detail, day)),
        works.shift());
  }
}

package io.gemba.rosters.live;

import io.gemba.rosters.InvalidRosterRequestException;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequestErrors;
import io.gemba.rosters.RosterResult.Violation;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.compile.CompiledRoster;
import io.gemba.rosters.engine.Chains;
import io.gemba.rosters.engine.Chains.Chain;
import io.gemba.rosters.engine.Chains.Change;
import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A roster in force, compiled once, that answers within milliseconds. Days gone by, shifts begun
 * and pins never change. Immutable, thread safe: every question works on a copy of the roster.
 *
 * <p>Every answer's price is the engine's exact difference; a repair is confirmed by the
 * independent checker before it is given out.
 */
public final class LiveRoster {
  private static final double CENT_MINUTES = 60;
  private static final int REPAIR_CELLS = 3;
  private static final int CHAIN_CELLS = 2;

  private final RosterRequest request;
  private final RosterModel model;
  private final CompiledRoster compiled;
  private final short[] roster;
  private final Map<String, Integer> rowOf = new HashMap<>();

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
    request = Known.of(asked, cells, now, changeCents);
    List<String> errors = RosterRequestErrors.list(request);
    if (!errors.isEmpty()) {
      throw new InvalidRosterRequestException(errors);
    }
    model = new RosterModel(request);
    CompiledRoster made = CompiledRoster.of(model);
    if (made == null) {
      throw new IllegalArgumentException(
          "restHours (%s) reach over more than two days. Lower them to repair this roster."
              .formatted(request.rules().restHours()));
    }
    compiled = made;
    for (int row = 0; row < request.people().size(); row++) {
      rowOf.put(request.people().get(row).id(), row);
    }
    roster = new short[request.people().size() * request.days()];
    for (Cell cell : cells) {
      roster[row(cell.person()) * request.days() + day(cell.day())] = (short) value(cell);
    }
  }

  /** The question that the roster answers now: everything known and pinned. */
  public RosterRequest request() {
    return request;
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
    long began = System.nanoTime();
    int row = row(person);
    Set<Integer> days = new TreeSet<>();
    List<LocalDate> dates = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.add(day(day));
      dates.add(day);
    }
    RosterRequest after = Known.away(request, person, dates);
    Problem problem = compiled.problem(Map.of(row, days), List.of());
    short[] start = roster.clone();
    days.forEach(day -> start[row * request.days() + day] = 0);
    return repair(new Disturbed(after, problem, start, days, began), seconds, cancelled);
  }

  /**
   * More work has come, or less.
   *
   * @param heads heads more in each hour of the span; negative = fewer, never below none
   * @throws IllegalArgumentException if the request names no demand there that day
   */
  public Repair surge(Span span, int heads, double seconds, BooleanSupplier cancelled) {
    long began = System.nanoTime();
    Demand before =
        request.demand().stream()
            .filter(row -> row.place().equals(span.place()) && row.skill().equals(span.skill()))
            .filter(row -> row.day().equals(span.day()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no demand %s/%s on %s. Plan anew for a new kind of work."
                            .formatted(span.place(), span.skill(), span.day())));
    Demand after = Known.more(before, span, heads);
    RosterRequest now = Known.demanding(request, before, after);
    Problem problem = compiled.problem(Map.of(), List.of(after));
    Set<Integer> days = Set.of(day(span.day()));
    return repair(new Disturbed(now, problem, roster.clone(), days, began), seconds, cancelled);
  }

  private static boolean never() {
    return false;
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
      int[] rows = IntStream.range(0, request.people().size()).toArray();
      chains.polish(rows, Math.round(seconds * 1e9), 1, cancelled);
    }
    short[] now = chains.roster();
    List<Cell> cells = model.cells(compiled.duties(now));
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
        edit(left.start(), now, cents(total.soft() - open.soft())),
        cents(total.soft()),
        (System.nanoTime() - left.began()) / 1e6);
  }

  private List<Cell> lost(short[] start) {
    List<Cell> lost = new ArrayList<>();
    for (int at = 0; at < start.length; at++) {
      if (start[at] != roster[at]) {
        lost.add(cell(at / request.days(), at % request.days(), roster[at]));
      }
    }
    return lost;
  }

  private Edit edit(short[] before, short[] after, long deltaCents) {
    List<Change> changes = new ArrayList<>();
    for (int at = 0; at < before.length; at++) {
      if (before[at] != after[at]) {
        changes.add(new Change(at / request.days(), at % request.days(), after[at]));
      }
    }
    return edit(before, changes, deltaCents);
  }

  private Edit edit(short[] before, List<Change> changes, long deltaCents) {
    List<Edit.Move> moves = new ArrayList<>();
    Set<Integer> rows = new TreeSet<>();
    short[] after = before.clone();
    for (Change change : changes) {
      int at = change.row() * request.days() + change.day();
      Duty was = compiled.duty(before[at]);
      Duty now = compiled.duty(change.value());
      after[at] = (short) change.value();
      rows.add(change.row());
      moves.add(
          new Edit.Move(
              request.people().get(change.row()).id(),
              request.firstDay().plusDays(change.day()),
              was.shift(),
              was.skill(),
              now.shift(),
              now.skill()));
    }
    List<Violation> broken = new ArrayList<>();
    rows.forEach(row -> broken.addAll(added(row, before, after)));
    return new Edit(moves, deltaCents, broken);
  }

  /** What a row breaks after and did not before. */
  private List<Violation> added(int row, short[] before, short[] after) {
    Set<Violation> known = new HashSet<>(violations(row, before));
    return violations(row, after).stream().filter(one -> !known.contains(one)).toList();
  }

  private List<Violation> violations(int row, short[] values) {
    Person person = request.people().get(row);
    List<Cell> cells = new ArrayList<>();
    for (int day = 0; day < request.days(); day++) {
      cells.add(cell(row, day, values[row * request.days() + day]));
    }
    return RosterChecker.violations(request, person, cells);
  }

  /**
   * What an edit by hand would cost, before it is made.
   *
   * @param edits the cells as they would be, each named once
   * @throws IllegalArgumentException if a cell is unknown, twice there or not open to its person
   */
  public Edit price(List<Cell> edits) {
    List<Change> changes = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Cell edit : edits) {
      Change change = new Change(row(edit.person()), day(edit.day()), value(edit));
      if (!isOpen(change.row(), change.day(), change.value())) {
        throw new IllegalArgumentException(
            "%s on %s is closed to '%s': away, pinned, gone by or of another place."
                .formatted(edit.shift(), edit.day(), edit.person()));
      }
      if (!seen.add(change.row() * request.days() + change.day())) {
        throw new IllegalArgumentException(
            "'%s' on %s is edited twice. Keep one.".formatted(edit.person(), edit.day()));
      }
      changes.add(change);
    }
    return priced(new Chains(compiled.problem(), roster), changes);
  }

  private Edit priced(Chains chains, List<Change> changes) {
    return edit(roster, changes, cents(chains.price(changes).soft()));
  }

  /**
   * Ways to give a shift away: somebody free takes it, somebody at work that day changes with them,
   * or somebody takes it and gives a shift of another day back. Allowed ones first, then by price.
   *
   * @param most how many
   * @throws IllegalArgumentException if the person is free that day or the cell cannot change
   */
  public List<Edit> swaps(String person, LocalDate day, int most) {
    int row = row(person);
    int at = day(day);
    int value = roster[row * request.days() + at];
    if (value == 0 || !isOpen(row, at, 0)) {
      throw new IllegalArgumentException(
          "'%s' has no shift on %s that can be given away.".formatted(person, day));
    }
    Chains chains = new Chains(compiled.problem(), roster);
    List<List<Change>> ways = new ArrayList<>();
    for (int other = 0; other < request.people().size(); other++) {
      if (other != row && isOpen(other, at, value)) {
        int theirs = roster[other * request.days() + at];
        if (theirs == 0) {
          ways.add(List.of(new Change(row, at, 0), new Change(other, at, value)));
          back(row, other, at, value, ways);
        } else if (theirs != value && isOpen(row, at, theirs)) {
          ways.add(List.of(new Change(row, at, theirs), new Change(other, at, value)));
        }
      }
    }
    Comparator<Chain> order =
        Comparator.comparingLong((Chain way) -> Math.max(0, way.hard()))
            .thenComparingLong(Chain::soft);
    return ways.stream()
        .map(chains::price)
        .sorted(order)
        .limit(most)
        .map(way -> edit(roster, way.changes(), cents(way.soft())))
        .toList();
  }

  /** The other takes the shift and gives one of another day, on which the person is free. */
  private void back(int row, int other, int at, int value, List<List<Change>> ways) {
    for (int day = 0; day < request.days(); day++) {
      int theirs = roster[other * request.days() + day];
      if (day != at
          && theirs != 0
          && roster[row * request.days() + day] == 0
          && isOpen(row, day, theirs)
          && isOpen(other, day, 0)) {
        ways.add(
            List.of(
                new Change(row, at, 0),
                new Change(other, at, value),
                new Change(other, day, 0),
                new Change(row, day, theirs)));
      }
    }
  }

  /** People for work that is open, best first: who could take it, as an edit of one cell. */
  public List<Edit> offers(Span span, int most) {
    Chains chains = new Chains(compiled.problem(), roster);
    return best(span, chains).stream()
        .filter(way -> roster[way.row() * request.days() + day(span.day())] == 0)
        .sorted(Way.ORDER)
        .limit(most)
        .map(way -> edit(roster, way.chain().changes(), cents(way.chain().soft())))
        .toList();
  }

  /** A person's cheapest way to cover a span. */
  private record Way(int row, Chain chain) {
    static final Comparator<Way> ORDER =
        Comparator.comparingLong((Way way) -> Math.max(0, way.chain().hard()))
            .thenComparingLong(way -> way.chain().soft());
  }

  private List<Way> best(Span span, Chains chains) {
    int day = day(span.day());
    List<Way> ways = new ArrayList<>();
    for (int row = 0; row < request.people().size(); row++) {
      Way best = null;
      Person person = request.people().get(row);
      if (person.place().equals(span.place()) && person.skills().contains(span.skill())) {
        for (int value = 1; value < compiled.problem().values(); value++) {
          if (covers(compiled.duty(value), span) && isOpen(row, day, value)) {
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

  private static boolean covers(Duty duty, Span span) {
    return span.skill().equals(duty.skill())
        && duty.startMinute() < span.toHour() * 60
        && duty.startMinute() + duty.lengthMinutes() > span.fromHour() * 60;
  }

  /** Why nobody does some work: what keeps each person from it, and what would free someone. */
  public OpenShift whyOpen(Span span) {
    Chains chains = new Chains(compiled.problem(), roster);
    List<Way> ways = new ArrayList<>(best(span, chains));
    ways.sort(Way.ORDER);
    List<OpenShift.Candidate> people = new ArrayList<>();
    Set<Integer> open = new HashSet<>();
    for (Way way : ways) {
      people.add(candidate(way));
      open.add(way.row());
    }
    for (int row = 0; row < request.people().size(); row++) {
      Person person = request.people().get(row);
      if (!open.contains(row)
          && person.place().equals(span.place())
          && person.skills().contains(span.skill())) {
        people.add(closed(row, span.day()));
      }
    }
    Edit none = new Edit(List.of(), 0, List.of());
    if (ways.isEmpty()) {
      return new OpenShift(people, none);
    }
    List<Chain> begun = ways.stream().map(Way::chain).toList();
    Chain chain = chains.longer(begun, CHAIN_CELLS, LiveRoster::never);
    boolean helps = chain.hard() <= 0;
    return new OpenShift(people, helps ? edit(roster, chain.changes(), cents(chain.soft())) : none);
  }

  private OpenShift.Candidate candidate(Way way) {
    Change change = way.chain().changes().get(0);
    Cell works = cell(way.row(), change.day(), roster[way.row() * request.days() + change.day()]);
    Violation blocked =
        way.chain().hard() <= 0
            ? null
            : edit(roster, way.chain().changes(), 0).broken().stream().findFirst().orElse(null);
    return new OpenShift.Candidate(
        request.people().get(way.row()).id(),
        compiled.duty(change.value()).shift(),
        cents(way.chain().soft()),
        blocked,
        works.shift());
  }

  /** Somebody who cannot be asked: away, pinned, or without a shift at those hours. */
  private OpenShift.Candidate closed(int row, LocalDate day) {
    Person person = request.people().get(row);
    boolean away = person.unavailable().contains(day);
    boolean pinned = compiled.problem().listRows().get(row).open()[day(day)].length == 1;
    String rule = away ? "availability" : pinned ? "pin" : "no shift";
    String detail = away ? "away" : pinned ? "pinned" : "without a shift at these hours";
    Cell works = cell(row, day(day), roster[row * request.days() + day(day)]);
    return new OpenShift.Candidate(
        person.id(),
        null,
        null,
        new Violation(
            rule, person.id(), day, 1, "%s is %s on %s.".formatted(person.id(), detail, day)),
        works.shift());
  }

  /**
   * Why this person and nobody else: the same shift by each other person who is free, cheapest
   * allowed first.
   *
   * @throws IllegalArgumentException if the person is free that day
   */
  public List<Edit> insteadOf(String person, LocalDate day) {
    int row = row(person);
    int at = day(day);
    int value = roster[row * request.days() + at];
    if (value == 0) {
      throw new IllegalArgumentException("'%s' is free on %s.".formatted(person, day));
    }
    Chains chains = new Chains(compiled.problem(), roster);
    List<Chain> ways = new ArrayList<>();
    ways.add(chains.price(List.of(new Change(row, at, 0))));
    for (int other = 0; other < request.people().size(); other++) {
      if (other != row && roster[other * request.days() + at] == 0 && isOpen(other, at, value)) {
        ways.add(chains.price(List.of(new Change(row, at, 0), new Change(other, at, value))));
      }
    }
    return ways.stream()
        .sorted(
            Comparator.comparingLong((Chain way) -> Math.max(0, way.hard()))
                .thenComparingLong(Chain::soft))
        .map(way -> edit(roster, way.changes(), cents(way.soft())))
        .toList();
  }

  private boolean isOpen(int row, int day, int value) {
    for (int open : compiled.problem().listRows().get(row).open()[day]) {
      if (open == value) {
        return true;
      }
    }
    return false;
  }

  private Cell cell(int row, int day, int value) {
    Duty duty = compiled.duty(value);
    return new Cell(
        request.people().get(row).id(),
        request.firstDay().plusDays(day),
        duty.shift(),
        duty.skill());
  }

  private static long cents(long soft) {
    return Math.round(soft / CENT_MINUTES);
  }

  private int row(String person) {
    Integer row = rowOf.get(person);
    if (row == null) {
      throw new IllegalArgumentException("person '" + person + "' is unknown.");
    }
    return row;
  }

  private int day(LocalDate day) {
    long index = ChronoUnit.DAYS.between(request.firstDay(), day);
    if (index < 0 || index >= request.days()) {
      throw new IllegalArgumentException(
          "%s is outside the roster, which runs from %s to %s."
              .formatted(day, request.firstDay(), request.endDay().minusDays(1)));
    }
    return (int) index;
  }

  private int value(Cell cell) {
    for (int value = 0; value < compiled.problem().values(); value++) {
      Duty duty = compiled.duty(value);
      if (java.util.Objects.equals(duty.shift(), cell.shift())
          && java.util.Objects.equals(duty.skill(), cell.skill())) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "%s/%s of '%s' on %s is no shift that anybody can work."
            .formatted(cell.shift(), cell.skill(), cell.person(), cell.day()));
  }
}

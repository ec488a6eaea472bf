package io.gemba.rosters.check;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.PersonHours;
import io.gemba.rosters.RosterResult.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges a roster from the request and the cells alone: every rule and every price again. */
public final class RosterChecker {
  private static final long CENT = 60;

  private final RosterRequest request;
  private final Map<String, NavigableMap<LocalDate, Cell>> byPerson = new HashMap<>();
  private final Map<String, Shift> shifts = new HashMap<>();

  private RosterChecker(RosterRequest request, List<Cell> cells) {
    this.request = request;
    request.shifts().forEach(shift -> shifts.put(shift.code(), shift));
    request.people().forEach(person -> byPerson.put(person.id(), new TreeMap<>()));
    for (Cell cell : cells) {
      if (cell.shift() != null && row(cell.person()).put(cell.day(), cell) != null) {
        throw new IllegalArgumentException(
            "'%s' works twice on %s.".formatted(cell.person(), cell.day()));
      }
    }
  }

  private NavigableMap<LocalDate, Cell> row(String person) {
    NavigableMap<LocalDate, Cell> row = byPerson.get(person);
    if (row == null) {
      throw new IllegalArgumentException("person '" + person + "' is unknown.");
    }
    return row;
  }

  /**
   * Judges a roster.
   *
   * @param cells the shifts; free cells may be left out
   * @throws IllegalArgumentException if a person or shift is unknown or somebody works twice a day
   */
  public static Assessment assess(RosterRequest request, List<Cell> cells) {
    return new RosterChecker(request, cells).assess();
  }

  private Assessment assess() {
    List<Violation> violations = new ArrayList<>();
    List<PersonHours> hours = new ArrayList<>();
    List<Integer> nights = new ArrayList<>();
    List<Integer> weekends = new ArrayList<>();
    Assessment.Prices prices = new Assessment.Prices();
    long hardWeight = 0;
    CoverCheck cover = new CoverCheck(request.demand());
    for (Person person : request.people()) {
      NavigableMap<LocalDate, Cell> row = row(person.id());
      PersonCheck check = new PersonCheck(request, person, row, shifts);
      ContractCheck contract = new ContractCheck(request, person, row, shifts);
      violations.addAll(check.violations());
      violations.addAll(contract.violations());
      hardWeight += check.hardWeight() + contract.hardWeight();
      prices.wages += check.wages();
      prices.idle += check.idle();
      prices.overtime += check.overtime();
      prices.patterns += contract.patterns();
      prices.wishes += contract.wishes();
      hours.add(check.hours());
      nights.add(contract.nights());
      weekends.add(contract.weekends());
      for (Cell cell : row.values()) {
        cover.add(person, cell, Objects.requireNonNull(shifts.get(cell.shift())));
      }
    }
    request.demand().forEach(cover::compare);
    cover.unnamed(
        request.endDay(),
        request.demand().stream().mapToLong(Demand::overCentsPerHour).max().orElse(0));
    PairCheck pairs = new PairCheck(shifts);
    for (Pair pair : request.pairs()) {
      pairs.check(pair, row(pair.first()).values(), row(pair.second()).values());
    }
    violations.addAll(pairs.violations());
    Rules rules = request.rules();
    prices.pairs = pairs.price();
    prices.under = cover.under();
    prices.over = cover.over();
    prices.fairHours =
        above(hours.stream().map(PersonHours::workedMinutes).toList(), 1)
            * rules.fairnessCentsPerHour();
    prices.fairNights = above(nights, CENT) * rules.fairnessCentsPerNight();
    prices.fairWeekends = above(weekends, CENT) * rules.fairnessCentsPerWeekend();
    prices.changes = changes();
    return new Assessment(violations, hardWeight + pairs.hardWeight(), prices, hours, cover.rows());
  }

  /** What people have above the average of their equals, counted in parts of a unit. */
  private long above(List<Integer> counts, long parts) {
    Map<List<Object>, List<Long>> groups = new HashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      Person person = request.people().get(i);
      groups
          .computeIfAbsent(
              List.of(person.place(), Math.round(person.contractHours() * 60)),
              key -> new ArrayList<>())
          .add(counts.get(i) * parts);
    }
    long above = 0;
    for (List<Long> group : groups.values()) {
      long average = group.stream().mapToLong(Long::longValue).sum() / group.size();
      above += group.stream().mapToLong(count -> Math.max(0, count - average)).sum();
    }
    return above;
  }

  private long changes() {
    Published published = request.published();
    if (published == null) {
      return 0;
    }
    Map<List<Object>, Cell> before = new HashMap<>();
    published.cells().forEach(cell -> before.put(List.of(cell.person(), cell.day()), cell));
    long cents = 0;
    for (Person person : request.people()) {
      for (int i = 0; i < request.days(); i++) {
        LocalDate day = request.firstDay().plusDays(i);
        if (!day.isBefore(published.from())
            && !day.isAfter(published.to())
            && differs(before.get(List.<Object>of(person.id(), day)), row(person.id()).get(day))) {
          cents += change(published, day);
        }
      }
    }
    return cents * CENT;
  }

  /** The price of the shortest notice that a day still meets. */
  private long change(Published published, LocalDate day) {
    LocalDate asOf = published.asOf() == null ? request.firstDay() : published.asOf();
    return published.notices().stream()
        .filter(notice -> day.isBefore(asOf.plusDays(notice.days())))
        .min(Comparator.comparingInt(Notice::days))
        .map(Notice::cents)
        .orElse(published.changeCents());
  }

  /**
   * The rules that one person's shifts break, those about pairs left out.
   *
   * @param cells shifts of that person, at most one a day; free cells may be left out
   */
  public static List<Violation> violations(
      RosterRequest request, Person person, Collection<Cell> cells) {
    NavigableMap<LocalDate, Cell> row = new TreeMap<>();
    for (Cell cell : cells) {
      if (cell.shift() != null) {
        row.put(cell.day(), cell);
      }
    }
    Map<String, Shift> shifts = new HashMap<>();
    request.shifts().forEach(shift -> shifts.put(shift.code(), shift));
    List<Violation> violations =
        new ArrayList<>(new PersonCheck(request, person, row, shifts).violations());
    violations.addAll(new ContractCheck(request, person, row, shifts).violations());
    return violations;
  }

  /**
   * What pairs of people break who must work together or apart.
   *
   * @param cells the shifts; free cells may be left out
   */
  public static List<Violation> pairViolations(RosterRequest request, List<Cell> cells) {
    RosterChecker checker = new RosterChecker(request, cells);
    PairCheck check = new PairCheck(checker.shifts);
    for (Pair pair : request.pairs()) {
      check.check(pair, checker.row(pair.first()).values(), checker.row(pair.second()).values());
    }
    return List.copyOf(check.violations());
  }

  /** Whether two cells differ; none is a free day. */
  public static boolean differs(@Nullable Cell before, @Nullable Cell now) {
    String shiftBefore = before == null ? null : before.shift();
    String shiftNow = now == null ? null : now.shift();
    String skillBefore = before == null ? null : before.skill();
    String skillNow = now == null ? null : now.skill();
    return !Objects.equals(shiftBefore, shiftNow) || !Objects.equals(skillBefore, skillNow);
  }

  /** The first violation that a roster has and another has not; null when there is none. */
  public static @Nullable Violation added(Assessment before, Assessment after) {
    List<String> known = new ArrayList<>();
    before.violations().forEach(v -> known.add(v.rule() + v.person() + v.day()));
    Collections.sort(known);
    for (Violation violation : after.violations()) {
      String key = violation.rule() + violation.person() + violation.day();
      if (Collections.binarySearch(known, key) < 0) {
        return violation;
      }
    }
    return null;
  }
}

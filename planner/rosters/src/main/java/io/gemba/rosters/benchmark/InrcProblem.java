package io.gemba.rosters.benchmark;

import io.gemba.rosters.benchmark.InrcInstance.Contract;
import io.gemba.rosters.benchmark.InrcInstance.Element;
import io.gemba.rosters.benchmark.InrcInstance.Employee;
import io.gemba.rosters.benchmark.InrcInstance.Request;
import io.gemba.rosters.benchmark.InrcInstance.Rule;
import io.gemba.rosters.benchmark.InrcInstance.ShiftType;
import io.gemba.rosters.engine.Automaton;
import io.gemba.rosters.engine.Counters;
import io.gemba.rosters.engine.Cover;
import io.gemba.rosters.engine.Pattern;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.engine.Row;
import io.gemba.rosters.engine.Runs;
import io.gemba.rosters.engine.SequenceRule;
import io.gemba.rosters.engine.Weekends;
import io.gemba.rosters.engine.WorkedWeekends;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Compiles an instance of the competition: value v is shift type v - 1, day class 0 a Monday. */
final class InrcProblem {
  private static final int WEEK_DAYS = 7;
  private static final int NO_LIMIT = 1_000_000;

  private final InrcInstance instance;
  private final int days;
  private final int values;
  private final int[] dayClass;
  private final Map<String, Integer> valueOf = new HashMap<>();

  private InrcProblem(InrcInstance instance) {
    this.instance = instance;
    days = instance.days();
    values = instance.shiftTypes().size() + 1;
    dayClass = new int[days];
    for (int day = 0; day < days; day++) {
      dayClass[day] = instance.begins().plusDays(day).getDayOfWeek().getValue() - 1;
    }
    instance.shiftTypes().forEach(type -> valueOf.put(type.id(), valueOf.size() + 1));
  }

  static Problem of(InrcInstance instance) {
    return new InrcProblem(instance).compile();
  }

  private int value(String shift) {
    return Objects.requireNonNull(valueOf.get(shift), shift);
  }

  private Problem compile() {
    Map<String, Automaton> automata = new HashMap<>();
    Map<String, Counters> counters = new HashMap<>();
    Map<String, long[]> wishes = wishes();
    int[][][] brings = new int[days][values][];
    for (int day = 0; day < days; day++) {
      brings[day][0] = new int[0];
      for (int value = 1; value < values; value++) {
        brings[day][value] = new int[] {day * (values - 1) + value - 1, 1};
      }
    }
    Cover cover = new Cover(brings);
    int[][] open = new int[days][];
    Arrays.fill(open, IntStream.range(0, values).toArray());
    List<Row> rows = new ArrayList<>();
    for (Employee employee : instance.staff()) {
      String id = employee.contract();
      Contract contract = Objects.requireNonNull(instance.contracts().get(id));
      rows.add(
          new Row(
              automata.computeIfAbsent(id, key -> automaton(contract)),
              cells(
                  employee, contract, wishes.getOrDefault(employee.id(), new long[days * values])),
              open,
              counters.computeIfAbsent(id, key -> counters(contract)),
              cover));
    }
    return new Problem(values, dayClass, rows, unitPrices(), List.of(), 1);
  }

  private Automaton automaton(Contract contract) {
    List<SequenceRule> rules = new ArrayList<>();
    rules.add(
        new Runs(
            Math.max(1, limit(contract, Rule.LEAST_WORKED, 1)),
            limit(contract, Rule.MOST_WORKED, NO_LIMIT),
            Math.max(1, limit(contract, Rule.LEAST_FREE, 1)),
            limit(contract, Rule.MOST_FREE, NO_LIMIT),
            new Runs.Prices(
                contract.weight(Rule.LEAST_WORKED),
                contract.weight(Rule.MOST_WORKED),
                contract.weight(Rule.LEAST_FREE),
                contract.weight(Rule.MOST_FREE)),
            new Runs.Borders(true, true),
            0,
            0));
    List<DayOfWeek> weekend = contract.weekend();
    rules.add(
        new Weekends(
            weekend.size(),
            weekend.get(0).getValue() - 1,
            values,
            limit(contract, Rule.LEAST_WEEKENDS, 0),
            limit(contract, Rule.MOST_WEEKENDS, NO_LIMIT),
            new Weekends.Prices(
                contract.weight(Rule.COMPLETE_WEEKENDS),
                contract.weight(Rule.IDENTICAL_WEEKENDS),
                contract.weight(Rule.LEAST_WEEKENDS),
                contract.weight(Rule.MOST_WEEKENDS))));
    if (contract.weight(Rule.MOST_WEEKENDS_IN_FOUR_WEEKS) > 0) {
      boolean[] isWeekend = new boolean[WEEK_DAYS];
      weekend.forEach(day -> isWeekend[day.getValue() - 1] = true);
      rules.add(new WorkedWeekends(isWeekend, weekend.get(weekend.size() - 1).getValue() - 1));
    }
    nights(contract, rules);
    for (String id : contract.patterns()) {
      InrcInstance.Unwanted pattern = Objects.requireNonNull(instance.patterns().get(id));
      rules.add(
          new Pattern(pattern.elements().stream().map(this::element).toList(), pattern.weight()));
    }
    return Automaton.of(rules, values, dayClass);
  }

  private void nights(Contract contract, List<SequenceRule> rules) {
    boolean[] night = new boolean[values];
    for (ShiftType type : instance.shiftTypes()) {
      night[value(type.id())] = type.night();
    }
    int before = contract.weight(Rule.NO_NIGHT_BEFORE_FREE_WEEKEND);
    if (before > 0) {
      int friday = (contract.weekend().get(0).getValue() + WEEK_DAYS - 2) % WEEK_DAYS;
      List<Pattern.Element> elements = new ArrayList<>();
      elements.add((day, value) -> day == friday && night[value]);
      for (int i = 0; i < contract.weekend().size(); i++) {
        elements.add((day, value) -> value == 0);
      }
      rules.add(new Pattern(elements, before));
    }
    int after = contract.weight(Rule.TWO_FREE_DAYS_AFTER_NIGHTS);
    if (after > 0) {
      Pattern.Element aNight = (day, value) -> night[value];
      Pattern.Element noNight = (day, value) -> value != 0 && !night[value];
      rules.add(new Pattern(List.of(aNight, noNight), after));
      rules.add(
          new Pattern(
              List.of(aNight, (day, value) -> value == 0, (day, value) -> value != 0), after));
    }
  }

  private Pattern.Element element(Element element) {
    DayOfWeek weekday = element.day();
    int fixed = weekday == null ? -1 : weekday.getValue() - 1;
    return switch (element.shift()) {
      case "None" -> (day, value) -> (fixed < 0 || day == fixed) && value == 0;
      case "Any" -> (day, value) -> (fixed < 0 || day == fixed) && value != 0;
      default -> {
        int wanted = value(element.shift());
        yield (day, value) -> (fixed < 0 || day == fixed) && value == wanted;
      }
    };
  }

  private static int limit(Contract contract, Rule rule, int none) {
    return contract.weight(rule) > 0 ? contract.value(rule) : none;
  }

  /** Counter 0 are shifts, 1 worked weekends where the contract limits them. */
  private Counters counters(Contract contract) {
    boolean weekends = contract.weight(Rule.MOST_WEEKENDS_IN_FOUR_WEEKS) > 0;
    long[][] prices = new long[weekends ? 2 : 1][];
    prices[0] = new long[days + 1];
    for (int total = 0; total <= days; total++) {
      prices[0][total] =
          (long) contract.weight(Rule.MOST_SHIFTS)
                  * Math.max(0, total - contract.value(Rule.MOST_SHIFTS))
              + (long) contract.weight(Rule.LEAST_SHIFTS)
                  * Math.max(0, contract.value(Rule.LEAST_SHIFTS) - total);
    }
    if (weekends) {
      prices[1] = new long[days / WEEK_DAYS + 3];
      for (int total = 0; total < prices[1].length; total++) {
        prices[1][total] =
            (long) contract.weight(Rule.MOST_WEEKENDS_IN_FOUR_WEEKS)
                * Math.max(0, total - contract.value(Rule.MOST_WEEKENDS_IN_FOUR_WEEKS));
      }
    }
    int[][] adds = new int[values][];
    for (int value = 0; value < values; value++) {
      adds[value] = value == 0 ? new int[0] : new int[] {0, 1};
    }
    int[][][] byDay = new int[days][][];
    Arrays.fill(byDay, adds);
    return new Counters(byDay, prices, weekends ? 1 : -1);
  }

  private long[] cells(Employee employee, Contract contract, long[] wishes) {
    long[] cells = wishes.clone();
    for (ShiftType type : instance.shiftTypes()) {
      if (!employee.skills().containsAll(type.skills())) {
        for (int day = 0; day < days; day++) {
          cells[day * values + value(type.id())] += contract.weight(Rule.ALTERNATIVE_SKILL);
        }
      }
    }
    return cells;
  }

  private Map<String, long[]> wishes() {
    Map<String, long[]> wishes = new HashMap<>();
    for (Request request : instance.requests()) {
      long[] cells = wishes.computeIfAbsent(request.employee(), key -> new long[days * values]);
      String shift = request.shift();
      for (int value = 0; value < values; value++) {
        boolean has = shift == null ? value != 0 : value == value(shift);
        if (has != request.wanted()) {
          cells[request.day() * values + value] += request.weight();
        }
      }
    }
    return wishes;
  }

  private long[][] unitPrices() {
    long[][] prices = new long[days * (values - 1)][instance.staff().size() + 1];
    for (int day = 0; day < days; day++) {
      DayOfWeek weekday = DayOfWeek.of(dayClass[day] + 1);
      for (ShiftType type : instance.shiftTypes()) {
        int need = instance.cover().getOrDefault(weekday, Map.of()).getOrDefault(type.id(), 0);
        long[] unit = prices[day * (values - 1) + value(type.id()) - 1];
        for (int there = 0; there < unit.length; there++) {
          unit[there] = Price.of(Math.abs(need - there), 0);
        }
      }
    }
    return prices;
  }
}

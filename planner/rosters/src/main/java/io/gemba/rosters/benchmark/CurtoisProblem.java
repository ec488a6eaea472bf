package io.gemba.rosters.benchmark;

import io.gemba.rosters.benchmark.CurtoisInstance.Employee;
import io.gemba.rosters.benchmark.CurtoisInstance.Need;
import io.gemba.rosters.benchmark.CurtoisInstance.ShiftType;
import io.gemba.rosters.benchmark.CurtoisInstance.Wish;
import io.gemba.rosters.engine.Automaton;
import io.gemba.rosters.engine.Counters;
import io.gemba.rosters.engine.Cover;
import io.gemba.rosters.engine.Followers;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.engine.Row;
import io.gemba.rosters.engine.Runs;
import io.gemba.rosters.engine.WorkedWeekends;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles a Curtois instance: value v is shift type v - 1, one cover unit a day and shift. */
final class CurtoisProblem {
  private static final long HARD = Price.of(1, 0);
  private static final int WEEK_DAYS = 7;
  private static final int SATURDAY = 5;
  private static final int SUNDAY = 6;

  private final CurtoisInstance instance;
  private final int days;
  private final int values;
  private final int[] dayClass;
  private final Map<String, Integer> valueOf = new HashMap<>();
  private final Map<List<Integer>, Automaton> automata = new HashMap<>();
  private final int grain;

  private CurtoisProblem(CurtoisInstance instance) {
    this.instance = instance;
    days = instance.days();
    values = instance.shiftTypes().size() + 1;
    dayClass = new int[days];
    for (int day = 0; day < days; day++) {
      dayClass[day] = day % WEEK_DAYS;
    }
    BigInteger common = BigInteger.ZERO;
    for (ShiftType type : instance.shiftTypes()) {
      valueOf.put(type.id(), valueOf.size() + 1);
      common = common.gcd(BigInteger.valueOf(type.minutes()));
    }
    grain = common.intValueExact();
  }

  static Problem of(CurtoisInstance instance) {
    return new CurtoisProblem(instance).compile();
  }

  private Problem compile() {
    Map<String, long[]> wishes = wishes();
    Cover cover = cover();
    List<Row> rows = new ArrayList<>();
    for (Employee employee : instance.staff()) {
      rows.add(
          new Row(
              automaton(employee),
              wishes.getOrDefault(employee.id(), new long[days * values]),
              open(employee),
              counters(employee),
              cover));
    }
    return new Problem(values, dayClass, rows, unitPrices(), List.of(), 1);
  }

  private int value(String shift) {
    Integer value = valueOf.get(shift);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s has no shift '%s' in its SECTION_SHIFTS.".formatted(instance.name(), shift));
    }
    return value;
  }

  private Automaton automaton(Employee employee) {
    return automata.computeIfAbsent(
        List.of(
            employee.mostConsecutive(),
            employee.leastConsecutive(),
            employee.leastConsecutiveOff()),
        key -> {
          long[][] follow = new long[values][values];
          for (ShiftType type : instance.shiftTypes()) {
            for (String later : type.notAfterwards()) {
              follow[value(type.id())][value(later)] = HARD;
            }
          }
          boolean[] weekend = new boolean[WEEK_DAYS];
          weekend[SATURDAY] = true;
          weekend[SUNDAY] = true;
          Runs runs =
              new Runs(
                  employee.leastConsecutive(),
                  employee.mostConsecutive(),
                  employee.leastConsecutiveOff(),
                  Integer.MAX_VALUE,
                  new Runs.Prices(HARD, HARD, HARD, 0),
                  new Runs.Borders(false, false),
                  0,
                  0);
          return Automaton.of(
              List.of(
                  runs,
                  new Followers(new long[][][] {follow}),
                  new WorkedWeekends(weekend, SUNDAY)),
              values,
              dayClass);
        });
  }

  /** Shift types of which none are allowed, and days off, are not even open. */
  private int[][] open(Employee employee) {
    int[][] open = new int[days][];
    List<Integer> allowed = new ArrayList<>(List.of(0));
    for (ShiftType type : instance.shiftTypes()) {
      if (employee.mostShifts().getOrDefault(type.id(), days) > 0) {
        allowed.add(value(type.id()));
      }
    }
    for (int day = 0; day < days; day++) {
      open[day] =
          employee.daysOff().contains(day)
              ? new int[] {0}
              : allowed.stream().mapToInt(Integer::intValue).toArray();
    }
    return open;
  }

  /** Counter 0 are weekends, 1 minutes, then one for each shift type whose limit can bind. */
  private Counters counters(Employee employee) {
    List<long[]> prices = new ArrayList<>();
    prices.add(above(employee.mostWeekends(), days / WEEK_DAYS + 1));
    prices.add(minutes(employee));
    int[][] adds = new int[values][];
    adds[0] = new int[0];
    for (ShiftType type : instance.shiftTypes()) {
      int most = employee.mostShifts().getOrDefault(type.id(), days);
      int amount = type.minutes() / grain;
      if (most > 0 && (long) most * type.minutes() < employee.mostMinutes()) {
        adds[value(type.id())] = new int[] {1, amount, prices.size(), 1};
        prices.add(above(most, days));
      } else {
        adds[value(type.id())] = new int[] {1, amount};
      }
    }
    int[][][] byDay = new int[days][][];
    java.util.Arrays.fill(byDay, adds);
    return new Counters(byDay, prices.toArray(long[][]::new), 0);
  }

  private static long[] above(int most, int largest) {
    long[] price = new long[largest + 1];
    for (int total = 0; total <= largest; total++) {
      price[total] = Math.max(0, total - most) * HARD;
    }
    return price;
  }

  private long[] minutes(Employee employee) {
    int longest = instance.shiftTypes().stream().mapToInt(ShiftType::minutes).max().orElse(0);
    long[] price = new long[days * longest / grain + 1];
    for (int total = 0; total < price.length; total++) {
      int over = Math.max(0, total * grain - employee.mostMinutes());
      int under = Math.max(0, employee.leastMinutes() - total * grain);
      price[total] = ((over + grain - 1) / grain + (under + grain - 1) / grain) * HARD;
    }
    return price;
  }

  private Cover cover() {
    int[][][] brings = new int[days][values][];
    for (int day = 0; day < days; day++) {
      brings[day][0] = new int[0];
      for (int value = 1; value < values; value++) {
        brings[day][value] = new int[] {day * (values - 1) + value - 1, 1};
      }
    }
    return new Cover(brings);
  }

  private long[][] unitPrices() {
    long[][] price = new long[days * (values - 1)][instance.staff().size() + 1];
    for (Need need : instance.covers()) {
      long[] unit = price[need.day() * (values - 1) + value(need.shift()) - 1];
      for (int there = 0; there < unit.length; there++) {
        unit[there] +=
            (long) Math.max(0, need.heads() - there) * need.under()
                + (long) Math.max(0, there - need.heads()) * need.over();
      }
    }
    return price;
  }

  private Map<String, long[]> wishes() {
    Map<String, long[]> cells = new HashMap<>();
    for (Wish wish : instance.on()) {
      long[] price = cells.computeIfAbsent(wish.employee(), key -> new long[days * values]);
      for (int value = 0; value < values; value++) {
        if (value != value(wish.shift())) {
          price[wish.day() * values + value] += wish.weight();
        }
      }
    }
    for (Wish wish : instance.off()) {
      cells
              .computeIfAbsent(wish.employee(), key -> new long[days * values])[
              wish.day() * values + value(wish.shift())] +=
          wish.weight();
    }
    return cells;
  }
}

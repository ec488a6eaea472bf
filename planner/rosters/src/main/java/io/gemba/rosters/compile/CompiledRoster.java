package io.gemba.rosters.compile;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.engine.Cover;
import io.gemba.rosters.engine.FairGroup;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.engine.Row;
import io.gemba.rosters.engine.TooManyStatesException;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.DemandDay;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import io.gemba.rosters.model.RosterModel;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request compiled for the engine: value 0 is the free day, the others are the duties that are
 * open to anybody. Hard prices are minutes, a whole day counts as 1,000; soft prices are
 * cent-minutes. Immutable, thread safe.
 */
public final class CompiledRoster {
  static final long WHOLE_DAY = 1_000;
  private static final int DAY_MINUTES = 24 * 60;
  private static final int HOUR_MINUTES = 60;

  private final RosterModel model;
  private final List<Duty> duties = new ArrayList<>(List.of(Duty.OFF));
  private final Map<Duty, Integer> valueOf = new HashMap<>(Map.of(Duty.OFF, 0));
  private final Problem problem;
  private final CoverUnits units;
  private final List<long[]> prices = new ArrayList<>();

  /** Minutes of one amount of cover: a broken minute of a hard rule must not pay for one. */
  private final int grain;

  private CompiledRoster(RosterModel model) {
    this.model = model;
    for (List<DayFrame> row : model.frames()) {
      for (DayFrame frame : row) {
        for (Duty duty : frame.range()) {
          if (valueOf.putIfAbsent(duty, duties.size()) == null) {
            duties.add(duty);
          }
        }
      }
    }
    Set<Integer> intervals = new TreeSet<>(Set.of(HOUR_MINUTES));
    model.request().demand().forEach(row -> intervals.add(row.intervalMinutes()));
    Grain common = new Grain();
    intervals.forEach(interval -> common.add(CoverUnits.grain(duties, interval)));
    grain = common.minutes();
    units = new CoverUnits(model.frames().size(), duties, this::value, grain, prices);
    problem = compile();
  }

  /**
   * Compiles a request.
   *
   * @return null when its rest rule reaches over more than two days or its sequences have too many
   *     states, which the engine does not follow
   */
  public static @Nullable CompiledRoster of(RosterModel model) {
    if (!Sequences.canFollow(model.frames())) {
      return null;
    }
    try {
      return new CompiledRoster(model);
    } catch (TooManyStatesException e) {
      return null;
    }
  }

  /** The problem; its rows are the employees in the order of the request. */
  public Problem problem() {
    return problem;
  }

  /**
   * The problem after some days were closed and some demand has changed, without compiling again.
   *
   * @param closed days on which a person cannot work any more, by employee's index
   * @param demand new rows for demand that was there when compiled
   */
  public Problem problem(Map<Integer, Set<Integer>> closed, List<Demand> demand) {
    List<Row> rows = new ArrayList<>(problem.listRows());
    closed.forEach(
        (index, days) -> {
          Row row = rows.get(index);
          int[][] open = row.open().clone();
          long[] cellPrice = row.cellPrice().clone();
          for (int day : days) {
            open[day] = new int[] {0};
            DayFrame frame = model.frames().get(index).get(day);
            // a pinned day had no price for being free
            cellPrice[day * duties.size()] =
                (frame.changeCents(Duty.OFF) + frame.wishCents(Duty.OFF)) * 60;
          }
          rows.set(index, new Row(row.automaton(), cellPrice, open, row.counters(), row.cover()));
        });
    long[][] prices = problem.unitPrices();
    for (Demand row : demand) {
      int day = (int) ChronoUnit.DAYS.between(model.request().firstDay(), row.day());
      DemandDay before = model.findDemand(row.place(), row.skill(), row.level(), day);
      if (before != null) {
        units.reprice(before, row, prices);
      }
    }
    return problem.with(rows, prices);
  }

  /** The duties of a row's cell that may be chosen, by value. */
  public Duty duty(int value) {
    return duties.get(value);
  }

  /** A roster of the engine as a duty for each employee and day. */
  public Duty[][] duties(short[] roster) {
    int days = problem.days();
    Duty[][] table = new Duty[problem.rows()][days];
    for (int cell = 0; cell < roster.length; cell++) {
      table[cell / days][cell % days] = duties.get(roster[cell]);
    }
    return table;
  }

  /**
   * A duty for each employee and day as a roster of the engine.
   *
   * @throws IllegalArgumentException if a duty is open to nobody
   */
  public short[] roster(Duty[][] table) {
    int days = problem.days();
    short[] roster = new short[problem.rows() * days];
    for (int cell = 0; cell < roster.length; cell++) {
      roster[cell] = (short) value(table[cell / days][cell % days]);
    }
    return roster;
  }

  private int value(Duty duty) {
    Integer value = valueOf.get(duty);
    if (value == null) {
      throw new IllegalArgumentException(duty + " is open to nobody.");
    }
    return value;
  }

  private Problem compile() {
    RosterRequest request = model.request();
    Map<String, List<Integer>> peers = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    Totals totals = new Totals(duties, model.frames(), request.rules());
    Sequences sequences =
        new Sequences(duties, request.firstDay(), request.days(), totals.needsWeekends());
    PairUnits pairs = new PairUnits(request.pairs(), duties, request.days(), prices);
    for (List<DayFrame> frames : model.frames()) {
      Employee employee = frames.get(0).employee();
      peers.computeIfAbsent(employee.peers(), key -> new ArrayList<>()).add(employee.index());
      int[][][] brings = units.brings(frames);
      pairs.add(employee.bonds(), brings);
      rows.add(
          new Row(
              sequences.of(employee),
              cellPrices(frames),
              open(frames),
              totals.counters(frames),
              new Cover(brings)));
    }
    List<FairGroup> groups = new ArrayList<>();
    for (List<Integer> group : peers.values()) {
      FairGroup fair = totals.group(group.stream().mapToInt(Integer::intValue).toArray());
      if (fair != null) {
        groups.add(fair);
      }
    }
    return new Problem(
        duties.size(), sequences.dayClass(), rows, prices.toArray(long[][]::new), groups, grain);
  }

  private int[][] open(List<DayFrame> frames) {
    int[][] open = new int[frames.size()][];
    for (DayFrame frame : frames) {
      open[frame.day()] = frame.range().stream().mapToInt(this::value).sorted().toArray();
    }
    return open;
  }

  /** Skill, availability, rest since history, changes, wishes. */
  private long[] cellPrices(List<DayFrame> frames) {
    long[] prices = new long[frames.size() * duties.size()];
    for (DayFrame frame : frames) {
      Employee employee = frame.employee();
      for (Duty duty : frame.range()) {
        long hard = 0;
        if (duty.isWork()) {
          hard += employee.person().skills().contains(duty.skill()) ? 0 : WHOLE_DAY;
          hard += frame.available() ? 0 : WHOLE_DAY;
          long start = (long) frame.day() * DAY_MINUTES + duty.startMinute();
          hard += Math.max(0, employee.lastEndMinute() + employee.restMinutes() - start);
        }
        prices[frame.day() * duties.size() + value(duty)] =
            Price.of(hard, 0) + (frame.changeCents(duty) + frame.wishCents(duty)) * 60;
      }
    }
    return prices;
  }
}

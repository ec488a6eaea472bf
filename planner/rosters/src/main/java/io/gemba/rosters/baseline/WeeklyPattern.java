package io.gemba.rosters.baseline;

import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.DemandDay;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import io.gemba.rosters.model.RosterModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gives everybody one shift on the same days of each week, as many as the contract pays: person by
 * person the shift and days that cover most of what the average week still needs. Leave and the
 * hard rules strike days out; pins stand. The result depends on nothing but the model.
 */
public final class WeeklyPattern {
  private static final int WEEK_DAYS = 7;
  private static final int DAY_HOURS = 24;
  private static final int HOUR = 60;
  private static final int MOST_DAYS = 5;

  private final RosterModel model;

  /** Minutes the average week still needs, by place and skill: {@code [weekday][hour]}. */
  private final Map<List<String>, double[][]> open = new HashMap<>();

  private record Choice(Duty duty, List<Integer> weekdays, double minutes) {}

  private WeeklyPattern(RosterModel model) {
    this.model = model;
    for (Demand demand : model.request().demand()) {
      open.putIfAbsent(
          List.of(demand.place(), demand.skill()), average(demand.place(), demand.skill()));
    }
  }

  /** Builds the roster: a duty for each employee and day. */
  public static Duty[][] roster(RosterModel model) {
    WeeklyPattern pattern = new WeeklyPattern(model);
    Duty[][] roster = new Duty[model.frames().size()][];
    for (List<DayFrame> row : model.frames()) {
      Employee employee = row.get(0).employee();
      Choice choice = pattern.choose(employee, duties(row));
      roster[employee.index()] = LegalRow.of(row, wish(row, choice));
    }
    return roster;
  }

  private double[][] average(String place, String skill) {
    double[][] sum = new double[WEEK_DAYS][DAY_HOURS];
    int[] count = new int[WEEK_DAYS];
    for (int day = 0; day < model.request().days(); day++) {
      DemandDay demand = model.findDemand(place, skill, 1, day);
      count[day % WEEK_DAYS]++;
      List<Integer> heads = demand == null ? List.of() : demand.demand().heads();
      for (int interval = 0; interval < heads.size(); interval++) {
        int hour = interval * DAY_HOURS / heads.size();
        sum[day % WEEK_DAYS][hour] += heads.get(interval) * (HOUR * DAY_HOURS / heads.size());
      }
    }
    for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
      for (int hour = 0; hour < DAY_HOURS; hour++) {
        sum[weekday][hour] /= Math.max(1, count[weekday]);
      }
    }
    return sum;
  }

  /** Work that is open on any of the days, in a fixed order. */
  private static Set<Duty> duties(List<DayFrame> row) {
    Set<Duty> duties = new LinkedHashSet<>();
    for (DayFrame frame : row) {
      if (!frame.pinned()) {
        frame.range().stream().filter(Duty::isWork).forEach(duties::add);
      }
    }
    return duties;
  }

  private Choice choose(Employee employee, Set<Duty> duties) {
    Choice best = new Choice(Duty.OFF, List.of(), 0);
    for (Duty duty : duties) {
      double[][] need = need(employee, duty);
      int days = employee.weekContractMinutes() / duty.paidMinutes();
      List<Integer> weekdays =
          IntStream.range(0, WEEK_DAYS)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer day) -> -covered(need[day], duty)))
              .limit(Math.min(days, Math.min(MOST_DAYS, employee.maximumConsecutiveDays())))
              .toList();
      double minutes = weekdays.stream().mapToDouble(day -> covered(need[day], duty)).sum();
      if (minutes > best.minutes()) {
        best = new Choice(duty, weekdays, minutes);
      }
    }
    for (int weekday : best.weekdays()) {
      take(need(employee, best.duty())[weekday], best.duty());
    }
    return best;
  }

  private double[][] need(Employee employee, Duty duty) {
    return open.getOrDefault(
        List.of(employee.person().place(), String.valueOf(duty.skill())),
        new double[WEEK_DAYS][DAY_HOURS]);
  }

  private static double covered(double[] need, Duty duty) {
    int[] minutes = duty.firstDayMinutes(HOUR);
    double covered = 0;
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      covered += Math.min(need[hour], minutes[hour]);
    }
    return covered;
  }

  private static void take(double[] need, Duty duty) {
    int[] minutes = duty.firstDayMinutes(HOUR);
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      need[hour] = Math.max(0, need[hour] - minutes[hour]);
    }
  }

  private static Duty[] wish(List<DayFrame> row, Choice choice) {
    Duty[] wish = new Duty[row.size()];
    for (DayFrame frame : row) {
      boolean works = choice.weekdays().contains(frame.day() % WEEK_DAYS);
      wish[frame.day()] = works ? choice.duty() : Duty.OFF;
    }
    return wish;
  }
}

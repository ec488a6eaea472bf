package io.gemba.rosters.compile;

import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.engine.Counters;
import io.gemba.rosters.engine.FairGroup;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted along a row: paid minutes, nights and worked weekends of the whole roster where
 * fairness or somebody's contract asks for them, then by blocks of seven days the paid minutes,
 * which carry wages, idle contract hours and overtime, and, where the contract limits them, shifts.
 */
final class Totals {
  private static final int WEEK_DAYS = 7;

  private final List<Duty> duties;
  private final Rules rules;
  private final int days;
  private final int grain;
  private final int longest;
  private final int minutesCounter;
  private final int nightsCounter;
  private final int weekendsCounter;
  private final int firstWeek;

  Totals(List<Duty> duties, List<List<DayFrame>> rows, Rules rules) {
    this.duties = duties;
    this.rules = rules;
    days = rows.isEmpty() ? 0 : rows.get(0).size();
    Grain common = new Grain();
    duties.forEach(duty -> common.add(duty.paidMinutes()));
    grain = common.minutes();
    longest = duties.stream().mapToInt(Duty::paidMinutes).max().orElse(0) / grain;
    boolean minutes = rules.fairnessCentsPerHour() > 0;
    boolean nights = rules.fairnessCentsPerNight() > 0;
    boolean weekends = rules.fairnessCentsPerWeekend() > 0;
    for (List<DayFrame> row : rows) {
      Contract limits = row.get(0).employee().limits();
      minutes |= limits.rosterMinutes() != null;
      nights |= limits.nights() != null;
      weekends |= limits.weekends() != null;
    }
    int count = 0;
    minutesCounter = minutes ? count++ : -1;
    nightsCounter = nights ? count++ : -1;
    weekendsCounter = weekends ? count++ : -1;
    firstWeek = count;
  }

  /** Whether rows must emit the weekends they work. */
  boolean needsWeekends() {
    return weekendsCounter >= 0;
  }

  Counters counters(List<DayFrame> frames) {
    Employee employee = frames.get(0).employee();
    Contract limits = employee.limits();
    int weeks = (days + WEEK_DAYS - 1) / WEEK_DAYS;
    boolean shifts = limits.weekShifts() != null;
    int[][][] adds = new int[days][duties.size()][];
    for (int day = 0; day < days; day++) {
      int week = firstWeek + day / WEEK_DAYS;
      for (int value = 0; value < duties.size(); value++) {
        adds[day][value] = adds(duties.get(value), week, shifts ? week + weeks : -1);
      }
    }
    List<long[]> prices = new ArrayList<>();
    if (minutesCounter >= 0) {
      prices.add(range(limits.rosterMinutes(), days * longest, grain, 1));
    }
    if (nightsCounter >= 0) {
      prices.add(range(limits.nights(), days, 1, CompiledRoster.WHOLE_DAY));
    }
    if (weekendsCounter >= 0) {
      prices.add(range(limits.weekends(), days / WEEK_DAYS + 2, 1, CompiledRoster.WHOLE_DAY));
    }
    for (int day = 0; day < days; day += WEEK_DAYS) {
      prices.add(week(employee, frames.get(day).blockDays()));
    }
    for (int day = 0; shifts && day < days; day += WEEK_DAYS) {
      int blockDays = frames.get(day).blockDays();
      Range range = Range.of(limits.weekShifts());
      Range share = new Range(range.floor(blockDays), range.ceiling());
      prices.add(range(share, blockDays, 1, CompiledRoster.WHOLE_DAY));
    }
    return new Counters(adds, prices.toArray(long[][]::new), weekendsCounter);
  }

  private int[] adds(Duty duty, int week, int shifts) {
    List<Integer> pairs = new ArrayList<>();
    int amount = duty.paidMinutes() / grain;
    if (amount > 0) {
      if (minutesCounter >= 0) {
        pairs.addAll(List.of(minutesCounter, amount));
      }
      pairs.addAll(List.of(week, amount));
    }
    if (duty.isNight() && nightsCounter >= 0) {
      pairs.addAll(List.of(nightsCounter, 1));
    }
    if (duty.isWork() && shifts >= 0) {
      pairs.addAll(List.of(shifts, 1));
    }
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }

  private static long[] range(@Nullable Range limit, int most, int unit, long weight) {
    Range range = Range.of(limit);
    long[] prices = new long[most + 1];
    for (int total = 0; total <= most; total++) {
      long have = (long) total * unit;
      long outside = Math.max(0, range.floor() - have) + Math.max(0, have - range.ceiling());
      prices[total] = Price.of(outside * weight, 0);
    }
    return prices;
  }

  private long[] week(Employee employee, int blockDays) {
    long[] prices = new long[blockDays * longest + 1];
    int contract = employee.contractMinutes(blockDays);
    int least = Range.of(employee.limits().weekMinutes()).floor(blockDays);
    for (int total = 0; total < prices.length; total++) {
      int minutes = total * grain;
      int above = Math.max(0, minutes - contract);
      long soft =
          (Math.max(minutes, contract) - above) * employee.person().hourlyCents()
              + employee.overtimeCentMinutes(above);
      long hard =
          (long) Math.max(0, minutes - employee.weekMaximumMinutes())
              + Math.max(0, least - minutes);
      prices[total] = Price.of(hard, soft);
    }
    return prices;
  }

  /** People who are compared with each other; null when nothing is. */
  @Nullable FairGroup group(int[] peers) {
    List<FairGroup.Measure> measures = new ArrayList<>();
    if (rules.fairnessCentsPerHour() > 0) {
      measures.add(new FairGroup.Measure(minutesCounter, grain, rules.fairnessCentsPerHour()));
    }
    if (rules.fairnessCentsPerNight() > 0) {
      measures.add(new FairGroup.Measure(nightsCounter, 60, rules.fairnessCentsPerNight()));
    }
    if (rules.fairnessCentsPerWeekend() > 0) {
      measures.add(new FairGroup.Measure(weekendsCounter, 60, rules.fairnessCentsPerWeekend()));
    }
    return measures.isEmpty()
        ? null
        : new FairGroup(peers, measures.toArray(FairGroup.Measure[]::new));
  }
}

package io.gemba.rosters.compile;

import io.gemba.rosters.engine.Counters;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import java.util.List;

/**
 * Counters of paid minutes: counter 0 counts the whole roster where fairness has a price, the next
 * ones a block of seven days each, which carries wages, idle contract hours, overtime and the most
 * hours of a week.
 */
final class PaidMinutes {
  private static final int WEEK_DAYS = 7;

  private final List<Duty> duties;
  private final boolean fair;
  private final int grain;
  private final int longest;

  PaidMinutes(List<Duty> duties, long fairnessCentsPerHour) {
    this.duties = duties;
    fair = fairnessCentsPerHour > 0;
    Grain common = new Grain();
    duties.forEach(duty -> common.add(duty.paidMinutes()));
    grain = common.minutes();
    longest = duties.stream().mapToInt(Duty::paidMinutes).max().orElse(0) / grain;
  }

  boolean isFair() {
    return fair;
  }

  int grain() {
    return grain;
  }

  Counters counters(List<DayFrame> frames) {
    int days = frames.size();
    int first = fair ? 1 : 0;
    int[][][] adds = new int[days][duties.size()][];
    for (int day = 0; day < days; day++) {
      for (int value = 0; value < duties.size(); value++) {
        adds[day][value] = adds(duties.get(value).paidMinutes() / grain, first + day / WEEK_DAYS);
      }
    }
    long[][] prices = new long[first + (days + WEEK_DAYS - 1) / WEEK_DAYS][];
    if (fair) {
      prices[0] = new long[days * longest + 1];
    }
    for (int day = 0; day < days; day += WEEK_DAYS) {
      prices[first + day / WEEK_DAYS] =
          week(frames.get(day).employee(), frames.get(day).blockDays());
    }
    return new Counters(adds, prices, -1);
  }

  private int[] adds(int amount, int week) {
    if (amount == 0) {
      return new int[0];
    }
    return fair ? new int[] {0, amount, week, amount} : new int[] {week, amount};
  }

  private long[] week(Employee employee, int blockDays) {
    long[] prices = new long[blockDays * longest + 1];
    int contract = employee.contractMinutes(blockDays);
    for (int total = 0; total < prices.length; total++) {
      int minutes = total * grain;
      int above = Math.max(0, minutes - contract);
      long soft =
          Math.max(minutes, contract) * employee.person().hourlyCents()
              - above * employee.person().hourlyCents()
              + above * employee.overtimeCentsPerHour();
      prices[total] = Price.of(Math.max(0, minutes - employee.weekMaximumMinutes()), soft);
    }
    return prices;
  }
}

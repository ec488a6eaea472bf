package io.gemba.rosters.compile;

import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.engine.Cover;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.DemandDay;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Portion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** One cover unit an hour of a demand that somebody can cover; amounts are in grains of minutes. */
final class CoverUnits {
  private static final int DAY_HOURS = 24;
  private static final int HOUR_MINUTES = 60;

  private final int people;
  private final List<Duty> duties;
  private final ToIntFunction<Duty> valueOf;
  private final int grain;
  private final Map<DemandDay, Integer> firstUnit = new HashMap<>();
  private final List<long[]> prices = new ArrayList<>();
  private final Map<List<Long>, long[]> known = new HashMap<>();

  CoverUnits(int people, List<Duty> duties, ToIntFunction<Duty> valueOf) {
    this.people = people;
    this.duties = duties;
    this.valueOf = valueOf;
    Grain common = new Grain();
    common.add(HOUR_MINUTES);
    for (Duty duty : duties) {
      Arrays.stream(duty.firstDayMinutes()).forEach(common::add);
      Arrays.stream(duty.nextDayMinutes()).forEach(common::add);
    }
    grain = common.minutes();
  }

  /** Minutes of one amount: a broken minute of a hard rule must not pay for a covered one. */
  int grain() {
    return grain;
  }

  long[][] prices() {
    return prices.toArray(long[][]::new);
  }

  /** What an employee's duties bring. */
  Cover cover(List<DayFrame> frames) {
    int[][][] brings = new int[frames.size()][duties.size()][0];
    for (DayFrame frame : frames) {
      for (Duty duty : frame.range()) {
        brings[frame.day()][valueOf.applyAsInt(duty)] = pairs(frame.portions(duty));
      }
    }
    return new Cover(brings);
  }

  private int[] pairs(List<Portion> portions) {
    int[] pairs = new int[2 * DAY_HOURS * portions.size()];
    int count = 0;
    for (Portion portion : portions) {
      int first = firstUnit(portion.demand());
      int[] minutes = new int[DAY_HOURS];
      portion.addTo(minutes, 1);
      for (int hour = 0; hour < DAY_HOURS; hour++) {
        if (minutes[hour] > 0) {
          pairs[count++] = first + hour;
          pairs[count++] = minutes[hour] / grain;
        }
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  private int firstUnit(DemandDay day) {
    Integer first = firstUnit.get(day);
    if (first == null) {
      first = prices.size();
      firstUnit.put(day, first);
      for (int hour = 0; hour < DAY_HOURS; hour++) {
        long heads = day.demand().heads().get(hour);
        long under = day.demand().underCentsPerHour();
        long over = day.demand().overCentsPerHour();
        prices.add(
            known.computeIfAbsent(
                List.of(heads, under, over), key -> price(heads * HOUR_MINUTES, under, over)));
      }
    }
    return first;
  }

  /** Prices a day's units by other demand, if anybody can cover it. */
  void reprice(DemandDay day, Demand demand, long[][] prices) {
    Integer first = firstUnit.get(day);
    for (int hour = 0; first != null && hour < DAY_HOURS; hour++) {
      prices[first + hour] =
          price(
              (long) demand.heads().get(hour) * HOUR_MINUTES,
              demand.underCentsPerHour(),
              demand.overCentsPerHour());
    }
  }

  /** Of each amount that can occur: everybody twice, as a night and the day after can overlap. */
  private long[] price(long need, long under, long over) {
    long[] price = new long[2 * people * (HOUR_MINUTES / grain) + 1];
    for (int amount = 0; amount < price.length; amount++) {
      long have = (long) amount * grain;
      price[amount] = Math.max(0, need - have) * under + Math.max(0, have - need) * over;
    }
    return price;
  }
}

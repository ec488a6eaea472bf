package io.gemba.rosters.compile;

import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.model.Bond;
import io.gemba.rosters.model.Duty;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Cover units for people who should or must not work at the same time: one for each pair, day and
 * stretch of the day between two minutes at which a shift begins or ends. The first of a pair
 * brings their presence. So does the second of one that must not meet; the second of one that
 * should meet brings their absence, so that the price of any sum is that of the difference.
 */
final class PairUnits {
  private static final int DAY_MINUTES = 24 * 60;

  private final List<Pair> pairs;
  private final List<Duty> duties;
  private final int days;
  private final int first;
  private final int[] borders;

  /**
   * @param prices where those of the units are added
   */
  PairUnits(List<Pair> pairs, List<Duty> duties, int days, List<long[]> prices) {
    this.pairs = pairs;
    this.duties = duties;
    this.days = days;
    first = prices.size();
    TreeSet<Integer> minutes = new TreeSet<>(List.of(0, DAY_MINUTES));
    for (Duty duty : duties) {
      minutes.add(duty.startMinute());
      minutes.add((duty.startMinute() + duty.lengthMinutes()) % DAY_MINUTES);
    }
    borders = minutes.stream().mapToInt(Integer::intValue).toArray();
    for (Pair pair : pairs) {
      for (int day = 0; day <= days; day++) {
        for (int part = 0; part < parts(); part++) {
          prices.add(price(pair, day, borders[part + 1] - borders[part]));
        }
      }
    }
  }

  private int parts() {
    return borders.length - 1;
  }

  /** Shifts that can be there: one that began that day and one from the day before. */
  private int shifts(int day) {
    return day == 0 || day == days ? 1 : 2;
  }

  private long[] price(Pair pair, int day, int minutes) {
    long[] price = new long[2 * shifts(day) + 1];
    for (int amount = 0; amount < price.length; amount++) {
      long own =
          pair.together() ? Bond.price(pair, amount, shifts(day)) : Bond.price(pair, amount, 0);
      price[amount] = Bond.isHard(pair) ? Price.of(own * minutes, 0) : own * minutes;
    }
    return price;
  }

  /** What a pair member's duties bring besides, added to pairs by day and value. */
  void add(List<Bond> bonds, int[][][] brings) {
    for (int day = 0; day < days && !bonds.isEmpty(); day++) {
      for (int value = 0; value < duties.size(); value++) {
        int[] before = brings[day][value];
        int[] longer = Arrays.copyOf(before, before.length + 4 * parts() * bonds.size());
        int count = before.length;
        for (Bond bond : bonds) {
          count = add(bond, day, duties.get(value), longer, count);
        }
        brings[day][value] = Arrays.copyOf(longer, count);
      }
    }
  }

  private int add(Bond bond, int day, Duty duty, int[] brings, int from) {
    int count = from;
    boolean absence = bond.pair().together() && !bond.first();
    for (int later = 0; later < 2; later++) {
      for (int part = 0; part < parts(); part++) {
        int begins = borders[part] + later * DAY_MINUTES;
        boolean there =
            duty.isWork()
                && duty.startMinute() <= begins
                && duty.startMinute() + duty.lengthMinutes() > begins;
        if (there != absence) {
          brings[count++] = first + (bond.number() * (days + 1) + day + later) * parts() + part;
          brings[count++] = 1;
        }
      }
    }
    return count;
  }

  /** How many pairs there are. */
  int count() {
    return pairs.size();
  }
}

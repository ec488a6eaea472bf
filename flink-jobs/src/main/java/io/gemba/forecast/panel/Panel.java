package io.gemba.forecast.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many series over the same days. Days are counted from 1970-01-01.
 *
 * @param firstDay day of the first column
 * @param members one a series
 * @param units units by series and day, {@code NaN} where unknown
 * @param prices one a series
 * @param kinds what is known of days, those to come included
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Panel(
    int firstDay, List<Member> members, float[][] units, List<PriceRuns> prices, DayKinds kinds) {

  /**
   * What a series is part of.
   *
   * @param item what is sold
   * @param place where
   * @param department what it is planned with, such as {@code FOODS_1}
   * @param category what departments are part of
   * @param region what places are part of
   */
  public record Member(
      String item, String place, String department, String category, String region) {

    /** Department and place: the level at which staff and vans are planned. */
    public String group() {
      return department + "@" + place;
    }
  }

  /** Copies the lists. */
  public Panel {
    members = List.copyOf(members);
    prices = List.copyOf(prices);
    if (units.length != members.size() || prices.size() != members.size()) {
      throw new IllegalArgumentException(
          "%d series, %d rows of units and %d of prices. Give one of each a series."
              .formatted(members.size(), units.length, prices.size()));
    }
  }

  /** Columns. */
  public int days() {
    return units.length == 0 ? 0 : units[0].length;
  }

  /** The day of the last column. */
  public int lastDay() {
    return firstDay + days() - 1;
  }

  /** The same series known only up to and with a day. */
  public Panel until(int lastDay) {
    int kept = lastDay - firstDay + 1;
    if (kept < 1 || kept > days()) {
      throw new IllegalArgumentException(
          "Day %d is not among the %d days from %d on.".formatted(lastDay, days(), firstDay));
    }
    float[][] cut = new float[units.length][];
    for (int i = 0; i < cut.length; i++) {
      cut[i] = Arrays.copyOf(units[i], kept);
    }
    return new Panel(firstDay, members, cut, prices, kinds);
  }

  /** The same series without all but their last days. */
  public Panel last(int kept) {
    if (kept >= days()) {
      return this;
    }
    float[][] cut = new float[units.length][];
    for (int i = 0; i < cut.length; i++) {
      cut[i] = Arrays.copyOfRange(units[i], days() - kept, days());
    }
    return new Panel(lastDay() - kept + 1, members, cut, prices, kinds);
  }

  /** Adds up the series that have the same key; a day is unknown if no series knows it. */
  public Map<String, float[]> sums(java.util.function.Function<Member, String> key) {
    Map<String, float[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < units.length; i++) {
      float[] row = units[i];
      float[] sum =
          sums.computeIfAbsent(
              key.apply(members.get(i)),
              absent -> {
                float[] none = new float[row.length];
                Arrays.fill(none, Float.NaN);
                return none;
              });
      for (int day = 0; day < row.length; day++) {
        if (!Float.isNaN(row[day])) {
          sum[day] = Float.isNaN(sum[day]) ? row[day] : sum[day] + row[day];
        }
      }
    }
    return sums;
  }

  /** Different values of a key, sorted. */
  public List<String> distinct(java.util.function.Function<Member, String> key) {
    return new ArrayList<>(
        members.stream()
            .map(key)
            .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new)));
  }
}

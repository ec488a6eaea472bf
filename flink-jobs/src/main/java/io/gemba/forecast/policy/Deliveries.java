package io.gemba.forecast.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * On which days a source delivers, and how long it takes.
 *
 * @param leadDays days from order to arrival that are usual, 0 or more
 * @param deviationDays standard deviation of those days, 0 for a source that is always on time
 * @param weekdays days it delivers on; empty means every day
 */
public record Deliveries(int leadDays, double deviationDays, List<DayOfWeek> weekdays) {
  private static final int MOST_DEVIATIONS = 3;

  /** Copies the days. */
  public Deliveries {
    weekdays = List.copyOf(weekdays);
  }

  /** A source that is always on time. */
  public Deliveries(int leadDays, List<DayOfWeek> weekdays) {
    this(leadDays, 0, weekdays);
  }

  /**
   * A day on which an order may arrive.
   *
   * @param day since 1970-01-01
   * @param next the day goods can arrive after it
   * @param chance above 0; those of an order add up to 1
   */
  record Arrival(int day, int next, double chance) {}

  /** The day goods usually arrive that are ordered on {@code day}. */
  int arrivalOfOrderOn(int day) {
    return firstFrom(day + leadDays);
  }

  /** The next day goods can arrive after {@code day}. */
  int nextAfter(int day) {
    return firstFrom(day + 1);
  }

  /**
   * The days an order of {@code day} may arrive on, earliest first. Lead times follow a discrete
   * normal distribution (Kemp 1997) cut off at {@value #MOST_DEVIATIONS} deviations and at the
   * order; those that wait for the same day of delivery are one.
   */
  List<Arrival> arrivalsOfOrderOn(int day) {
    int reach = (int) Math.ceil(MOST_DEVIATIONS * deviationDays);
    TreeMap<Integer, Double> weights = new TreeMap<>();
    for (int lead = Math.max(0, leadDays - reach); lead <= leadDays + reach; lead++) {
      double away = reach == 0 ? 0 : (lead - leadDays) / deviationDays;
      weights.merge(firstFrom(day + lead), Math.exp(-away * away / 2), Double::sum);
    }
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    return weights.entrySet().stream()
        .map(one -> new Arrival(one.getKey(), nextAfter(one.getKey()), one.getValue() / all))
        .toList();
  }

  private int firstFrom(int day) {
    int candidate = day;
    while (!weekdays.isEmpty()
        && !weekdays.contains(LocalDate.ofEpochDay(candidate).getDayOfWeek())) {
      candidate++;
    }
    return candidate;
  }
}

package io.gemba.routes.model;

import io.gemba.routes.Travel.Period;
import io.gemba.routes.Travel.Traffic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;

/**
 * When a vehicle arrives whose speed depends on the time of day: speed is a step function of time,
 * and a way uses up its length step by step (Ichoua, Gendreau and Potvin 2003). Steps are laid out
 * once, from a day before the first shift to some days after the last; beyond them the factor is 1.
 * Immutable, thread safe.
 */
final class TrafficClock {
  private static final int DAYS_AFTER = 8;

  /** Rounds to the nearest millisecond; what lies between two of them goes up, whatever noise. */
  private static final double ROUND = 0.5 + 1e-4;

  /** Beginning of each step; the factor of step i holds from {@code begins[i]}. */
  private final long[] begins;

  private final double[] factor;

  /**
   * @param first earliest time that is asked for
   * @param last latest time that is likely asked for
   */
  TrafficClock(Traffic traffic, Instant first, Instant last) {
    LocalDate day = LocalDate.ofInstant(first, traffic.zone()).minusDays(1);
    LocalDate end = LocalDate.ofInstant(last, traffic.zone()).plusDays(DAYS_AFTER);
    long[] times = new long[8];
    double[] factors = new double[8];
    int count = 1;
    times[0] = Long.MIN_VALUE;
    factors[0] = 1;
    for (; !day.isAfter(end); day = day.plusDays(1)) {
      for (Period period : traffic.periods()) {
        LocalDate until = period.to().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        long from = day.atTime(period.from()).atZone(traffic.zone()).toInstant().toEpochMilli();
        long to = until.atTime(period.to()).atZone(traffic.zone()).toInstant().toEpochMilli();
        if (count + 2 > times.length) {
          times = Arrays.copyOf(times, 2 * count + 2);
          factors = Arrays.copyOf(factors, 2 * count + 2);
        }
        if (times[count - 1] == from) {
          count--;
        }
        times[count] = from;
        factors[count++] = period.speedFactor();
        times[count] = to;
        factors[count++] = 1;
      }
    }
    begins = Arrays.copyOf(times, count);
    factor = Arrays.copyOf(factors, count);
  }

  private int step(long time) {
    int found = Arrays.binarySearch(begins, time);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * When a way ends.
   *
   * @param departs epoch milliseconds
   * @param millis time of the way at factor 1
   */
  long arrival(long departs, long millis) {
    double left = millis;
    long time = departs;
    int step = step(time);
    while (step + 1 < begins.length) {
      double most = (begins[step + 1] - time) * factor[step];
      if (left <= most) {
        break;
      }
      left -= most;
      time = begins[++step];
    }
    return time + (long) Math.floor(left / factor[step] + ROUND);
  }

  /** Latest departure that arrives by a time: the inverse of {@link #arrival}. */
  long departure(long arrives, long millis) {
    if (arrives == Long.MIN_VALUE) {
      return arrives;
    }
    double left = millis;
    long time = arrives;
    int step = step(time);
    while (step > 0) {
      double most = (time - begins[step]) * factor[step];
      if (left <= most) {
        break;
      }
      left -= most;
      time = begins[step--];
    }
    long departs = time - (long) Math.ceil(left / factor[step]) - 1;
    while (arrival(departs + 1, millis) <= arrives) {
      departs++;
    }
    return departs;
  }
}

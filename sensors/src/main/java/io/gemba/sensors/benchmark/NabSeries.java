package io.gemba.sensors.benchmark;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One series of the Numenta Anomaly Benchmark with what each of its readings is worth as an alarm.
 *
 * <p>The worth is the scaled sigmoid of Lavin and Ahmad, "Evaluating Real-time Anomaly Detection
 * Algorithms" (2015): 1 for an alarm at the start of a window, falling to 0 at its end; outside
 * from 0 just after a window down to -1. The first 15 % of a series, 750 readings at most, are
 * probation: alarms there count for nothing.
 *
 * <p>Not changed after it is made; threads may share it.
 */
public final class NabSeries {
  /** {@link #window} of a reading that is in none. */
  public static final int NO_WINDOW = -1;

  private static final double PROBATION_SHARE = 0.15;
  private static final int PROBATION_OF_READINGS = 5_000;
  private static final double FAR_PAST_A_WINDOW = 3;

  private final String name;
  private final List<LocalDateTime> times;
  private final double[] values;
  private final int windows;
  private final int probation;
  private final double[] worth;
  private final int[] window;

  /** First and last time of an anomaly, both within. */
  public record Window(LocalDateTime from, LocalDateTime to) {}

  /**
   * @param name file name relative to the folder of data, without {@code .gz}
   * @param times as long as values, in the order of the file
   * @param windows in order, disjoint; both ends of each are times of the series
   * @throws IllegalArgumentException naming the window whose end is no time of the series
   */
  public NabSeries(String name, List<LocalDateTime> times, double[] values, List<Window> windows) {
    this.name = name;
    this.times = List.copyOf(times);
    this.values = values.clone();
    this.windows = windows.size();
    this.probation =
        (int)
            Math.min(
                Math.floor(PROBATION_SHARE * values.length),
                PROBATION_SHARE * PROBATION_OF_READINGS);
    this.worth = new double[values.length];
    this.window = new int[values.length];
    judge(windows);
  }

  /** As the reference code does: one pass, first match where a time occurs twice. */
  private void judge(List<Window> all) {
    int next = 0;
    int current = NO_WINDOW;
    int right = -1;
    double width = 0;
    int previousRight = -1;
    double previousWidth = 0;
    for (int i = 0; i < values.length; i++) {
      if (next < all.size() && times.get(i).equals(all.get(next).from())) {
        current = next++;
        right = position(all.get(current).to());
        width = right - position(all.get(current).from()) + 1.0;
      }
      window[i] = current;
      if (current != NO_WINDOW) {
        worth[i] = sigmoid(-(right - i + 1) / width) / sigmoid(-1);
      } else {
        worth[i] =
            previousRight < 0 ? -1 : sigmoid(Math.abs(previousRight - i) / (previousWidth - 1));
      }
      if (current != NO_WINDOW && times.get(i).equals(all.get(current).to())) {
        previousRight = i;
        previousWidth = width;
        current = NO_WINDOW;
      }
    }
    if (next < all.size()) {
      position(all.get(next).from());
      throw new IllegalArgumentException(
          "Windows of %s overlap or are not in order: %s.".formatted(name, all));
    }
  }

  private int position(LocalDateTime time) {
    int at = times.indexOf(time);
    if (at < 0) {
      throw new IllegalArgumentException(
          "A window of %s ends at %s, where it has no reading. Do labels and data belong together?"
              .formatted(name, time));
    }
    return at;
  }

  private static double sigmoid(double position) {
    return position > FAR_PAST_A_WINDOW ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
  }

  /** File name relative to the folder of data. */
  public String name() {
    return name;
  }

  /** Number of readings. */
  public int length() {
    return values.length;
  }

  /** Number of labelled windows. */
  public int windows() {
    return windows;
  }

  /** Readings from the start whose alarms count for nothing. */
  public int probation() {
    return probation;
  }

  /** What an alarm at a reading is worth: above 0 in a window, at least -1. */
  public double worth(int reading) {
    return worth[reading];
  }

  /** The window a reading is in, counted from 0, or {@link #NO_WINDOW}. */
  public int window(int reading) {
    return window[reading];
  }

  /** Value of a reading. */
  public double value(int reading) {
    return values[reading];
  }

  /** Time of a reading, of no zone. */
  public LocalDateTime time(int reading) {
    return times.get(reading);
  }

  /** Time of a reading as if the series were of Greenwich, epoch milliseconds. */
  public long atMillis(int reading) {
    return times.get(reading).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}

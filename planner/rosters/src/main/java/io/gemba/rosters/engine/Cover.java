package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a value of a day brings to the cover units, the same for all rows of a kind.
 *
 * <p>Layout: value v of day d is at {@code start[d * values + v]} up to the next start.
 */
public final class Cover {
  final int[] start;
  final int[] unit;
  final int[] amount;

  /** What a value of a day brings to a unit. */
  public record Part(int day, int value, int unit, int amount) {}

  /** All parts, by day then value. */
  public List<Part> list(int days, int values) {
    List<Part> parts = new ArrayList<>();
    for (int cell = 0; cell < days * values; cell++) {
      for (int i = start[cell]; i < start[cell + 1]; i++) {
        parts.add(new Part(cell / values, cell % values, unit[i], amount[i]));
      }
    }
    return parts;
  }

  /**
   * @param brings {@code [day][value]} pairs of unit and amount, {@code {u, amount, u, amount}}
   */
  public Cover(int[][][] brings) {
    Counters pairs = new Counters(brings, new long[0][], -1);
    start = pairs.start;
    unit = pairs.counter;
    amount = pairs.amount;
  }

  private Cover(int[] start, int[] unit, int[] amount) {
    this.start = start;
    this.unit = unit;
    this.amount = amount;
  }

  /** Adds what a row brings, times a factor, to sums by unit. */
  void add(short[] row, int values, double factor, double[] sums) {
    for (int day = 0; day < row.length; day++) {
      int cell = day * values + row[day];
      for (int i = start[cell]; i < start[cell + 1]; i++) {
        sums[unit[i]] += factor * amount[i];
      }
    }
  }

  /** The cells from one to before another, with other numbers of the units. */
  Cover slice(int from, int to, int[] number) {
    int[] starts = new int[to - from + 1];
    for (int cell = from; cell <= to; cell++) {
      starts[cell - from] = start[cell] - start[from];
    }
    int[] units = new int[start[to] - start[from]];
    for (int i = 0; i < units.length; i++) {
      units[i] = number[unit[start[from] + i]];
    }
    return new Cover(starts, units, Arrays.copyOfRange(amount, start[from], start[to]));
  }
}

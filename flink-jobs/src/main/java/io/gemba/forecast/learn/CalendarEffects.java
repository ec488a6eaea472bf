package io.gemba.forecast.learn;

import io.gemba.forecast.panel.DayKinds;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a day of the calendar does to the demand of a department: weekday, day of the month, time of
 * the year, flagged days of a region, events with their lead and lag. A factor multiplies the level
 * that a series has at the time.
 *
 * <p>Fitted as a Poisson regression with a ridge (Hoerl and Kennard 1970) by iteratively reweighted
 * least squares over all places of the department, around a slow level of each place that is
 * measured anew after every step.
 */
final class CalendarEffects {
  private static final int BEFORE = 4;
  private static final int AFTER = 3;
  private static final int HARMONICS = 10;
  private static final int WEEK = 7;
  private static final int MONTH_DAYS = 31;
  private static final int TREND_HALF = 56;
  private static final int ROUNDS = 6;
  private static final double DISPERSION = 8;

  private final int events;
  private final List<String> regions;
  private final double[] effects;

  private CalendarEffects(int events, List<String> regions, double[] effects) {
    this.events = events;
    this.regions = regions;
    this.effects = effects;
  }

  /** Sums of one place. */
  @SuppressWarnings("ArrayRecordComponent") // a view on numbers, never compared
  record Rows(String region, float[] units) {}

  /**
   * Fits a department.
   *
   * @param places units by day of each place, {@code NaN} where unknown
   * @param use which days count
   */
  static CalendarEffects fit(
      List<Rows> places,
      int firstDay,
      DayKinds kinds,
      int events,
      List<String> regions,
      boolean[] use) {
    int days = use.length;
    CalendarEffects fitted =
        new CalendarEffects(events, regions, new double[columns(events, regions)]);
    Map<String, int[][]> columns = new TreeMap<>();
    Map<String, double[][]> values = new TreeMap<>();
    for (String region : regions) {
      int[][] at = new int[days][];
      double[][] with = new double[days][];
      for (int i = 0; i < days; i++) {
        Row row = fitted.row(firstDay + i, region, kinds);
        at[i] = row.columns;
        with[i] = row.values;
      }
      columns.put(region, at);
      values.put(region, with);
    }
    for (int round = 0; round < ROUNDS; round++) {
      Normal normal = new Normal(fitted.effects.length);
      for (Rows place : places) {
        double[] factors = new double[days];
        int[][] at = columns.getOrDefault(place.region, new int[0][]);
        double[][] with = values.getOrDefault(place.region, new double[0][]);
        for (int i = 0; i < days; i++) {
          factors[i] = Math.exp(dot(fitted.effects, at[i], with[i]));
        }
        double[] trend = trend(place.units, factors, use, round == 0 ? 182 : TREND_HALF);
        for (int i = 0; i < days; i++) {
          double mean = trend[i] * factors[i];
          if (use[i] && !Float.isNaN(place.units[i]) && mean > 0.05) {
            double response =
                Math.log(factors[i]) + Math.max(-2, Math.min(2, (place.units[i] - mean) / mean));
            normal.add(at[i], with[i], mean / DISPERSION, response);
          }
        }
      }
      fitted.effects(normal.solve(fitted.penalties()));
    }
    return fitted;
  }

  private void effects(double[] found) {
    System.arraycopy(found, 0, effects, 0, effects.length);
  }

  /** What the day multiplies the level with; 0 when closed. */
  double factor(int day, String region, DayKinds kinds) {
    if (kinds.isClosed(day)) {
      return 0;
    }
    Row row = row(day, region, kinds);
    return Math.exp(dot(effects, row.columns, row.values));
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(events);
    out.writeInt(regions.size());
    for (String region : regions) {
      out.writeUTF(region);
    }
    for (double effect : effects) {
      out.writeDouble(effect);
    }
  }

  static CalendarEffects read(DataInput in) throws IOException {
    int events = in.readInt();
    List<String> regions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      regions.add(in.readUTF());
    }
    double[] effects = new double[columns(events, regions)];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = in.readDouble();
    }
    return new CalendarEffects(events, regions, effects);
  }

  private static double[] trend(float[] units, double[] factors, boolean[] use, int half) {
    int days = units.length;
    double[] unitSums = new double[days + 1];
    double[] factorSums = new double[days + 1];
    for (int i = 0; i < days; i++) {
      boolean counts = use[i] && !Float.isNaN(units[i]);
      unitSums[i + 1] = unitSums[i] + (counts ? units[i] : 0);
      factorSums[i + 1] = factorSums[i] + (counts ? factors[i] : 0);
    }
    double[] trend = new double[days];
    for (int i = 0; i < days; i++) {
      int reach = half;
      int from = Math.max(0, i - reach);
      int to = Math.min(days, i + reach + 1);
      double sum = factorSums[to] - factorSums[from];
      trend[i] = sum > 7 ? (unitSums[to] - unitSums[from]) / sum : 0;
    }
    return trend;
  }

  @SuppressWarnings("ArrayRecordComponent") // a view on numbers, never compared
  private record Row(int[] columns, double[] values) {}

  private static int columns(int events, List<String> regions) {
    return WEEK
        + MONTH_DAYS
        + 2 * HARMONICS
        + 2 * regions.size()
        + (events + 1) * (BEFORE + AFTER + 1);
  }

  private Row row(int day, String region, DayKinds kinds) {
    int[] at = new int[2 + 2 * HARMONICS + 2 + 2 * (BEFORE + AFTER + 1)];
    double[] with = new double[at.length];
    int n = 0;
    LocalDate date = LocalDate.ofEpochDay(day);
    at[n] = Math.floorMod(day + 3, WEEK);
    with[n++] = 1;
    int start = WEEK;
    at[n] = start + date.getDayOfMonth() - 1;
    with[n++] = 1;
    start += MONTH_DAYS;
    double angle = 2 * Math.PI * (date.getDayOfYear() - 1) / 365.25;
    for (int k = 1; k <= HARMONICS; k++) {
      at[n] = start + 2 * k - 2;
      with[n++] = Math.sin(k * angle);
      at[n] = start + 2 * k - 1;
      with[n++] = Math.cos(k * angle);
    }
    start += 2 * HARMONICS;
    int of = regions.indexOf(region);
    if (of >= 0 && kinds.isFlagged(region, day)) {
      at[n] = start + 2 * of;
      with[n++] = 1;
      if (Math.floorMod(day + 3, WEEK) >= 5) {
        at[n] = start + 2 * of + 1;
        with[n++] = 1;
      }
    }
    start += 2 * regions.size();
    for (int away = -AFTER; away <= BEFORE; away++) {
      int event = kinds.eventOn(day + away);
      if (event != DayKinds.NONE && event <= events) {
        at[n] = start + event * (BEFORE + AFTER + 1) + away + AFTER;
        with[n++] = 1;
      }
    }
    return new Row(Arrays.copyOf(at, n), Arrays.copyOf(with, n));
  }

  private double[] penalties() {
    double[] penalties = new double[effects.length];
    Arrays.fill(penalties, 1 / square(0.15));
    Arrays.fill(penalties, 0, WEEK, 1 / square(0.5));
    Arrays.fill(penalties, WEEK, WEEK + MONTH_DAYS, 1 / square(0.05));
    int start = WEEK + MONTH_DAYS;
    for (int k = 1; k <= HARMONICS; k++) {
      penalties[start + 2 * k - 2] = 1 / square(0.2 / k);
      penalties[start + 2 * k - 1] = 1 / square(0.2 / k);
    }
    return penalties;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double dot(double[] effects, int[] at, double[] with) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += effects[at[i]] * with[i];
    }
    return sum;
  }

  /** Normal equations of a weighted least squares problem with sparse rows. */
  private static final class Normal {
    private final double[][] left;
    private final double[] right;

    Normal(int size) {
      left = new double[size][size];
      right = new double[size];
    }

    void add(int[] at, double[] with, double weight, double response) {
      for (int i = 0; i < at.length; i++) {
        double scaled = weight * with[i];
        right[at[i]] += scaled * response;
        double[] row = left[at[i]];
        for (int j = 0; j < at.length; j++) {
          row[at[j]] += scaled * with[j];
        }
      }
    }

    /** Cholesky. */
    double[] solve(double[] penalties) {
      int n = right.length;
      double[][] l = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = left[i][j] + (i == j ? penalties[i] : 0);
          for (int k = 0; k < j; k++) {
            sum -= l[i][k] * l[j][k];
          }
          l[i][j] = i == j ? Math.sqrt(Math.max(1e-9, sum)) : sum / l[j][j];
        }
      }
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        double sum = right[i];
        for (int k = 0; k < i; k++) {
          sum -= l[i][k] * x[k];
        }
        x[i] = sum / l[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        double sum = x[i];
        for (int k = i + 1; k < n; k++) {
          sum -= l[k][i] * x[k];
        }
        x[i] = sum / l[i][i];
      }
      return x;
    }
  }
}

package io.gemba.forecast.learn;

import io.gemba.forecast.panel.DayKinds;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
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
  private static final int FIRST_HALF = 182;
  private static final int TREND_HALF = 56;
  private static final int ROUNDS = 6;
  private static final double DISPERSION = 8;
  private static final double LEAST_MEAN = 0.05;

  private final CalendarColumns columns;
  private final double[] effects;

  private CalendarEffects(CalendarColumns columns, double[] effects) {
    this.columns = columns;
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
    CalendarColumns columns = new CalendarColumns(events, regions);
    Map<String, CalendarColumns.Row[]> rows = new TreeMap<>();
    for (String region : regions) {
      CalendarColumns.Row[] ofRegion = new CalendarColumns.Row[days];
      for (int i = 0; i < days; i++) {
        ofRegion[i] = columns.row(firstDay + i, region, kinds);
      }
      rows.put(region, ofRegion);
    }
    double[] effects = new double[columns.count()];
    for (int round = 0; round < ROUNDS; round++) {
      NormalEquations normal = new NormalEquations(effects.length);
      for (Rows place : places) {
        CalendarColumns.Row[] ofPlace = rows.getOrDefault(place.region, new CalendarColumns.Row[0]);
        double[] factors = new double[days];
        for (int i = 0; i < days; i++) {
          factors[i] = Math.exp(ofPlace[i].of(effects));
        }
        double[] trend = trend(place.units, factors, use, round == 0 ? FIRST_HALF : TREND_HALF);
        for (int i = 0; i < days; i++) {
          double mean = trend[i] * factors[i];
          if (use[i] && !Float.isNaN(place.units[i]) && mean > LEAST_MEAN) {
            double response =
                Math.log(factors[i]) + Math.max(-2, Math.min(2, (place.units[i] - mean) / mean));
            normal.add(ofPlace[i].columns(), ofPlace[i].values(), mean / DISPERSION, response);
          }
        }
      }
      effects = normal.solve(columns.penalties());
    }
    return new CalendarEffects(columns, effects);
  }

  /** What the day multiplies the level with; 0 when closed. */
  double factor(int day, String region, DayKinds kinds) {
    if (kinds.isClosed(day)) {
      return 0;
    }
    return Math.exp(columns.row(day, region, kinds).of(effects));
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(columns.events());
    out.writeInt(columns.regions().size());
    for (String region : columns.regions()) {
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
    CalendarColumns columns = new CalendarColumns(events, regions);
    double[] effects = new double[columns.count()];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = in.readDouble();
    }
    return new CalendarEffects(columns, effects);
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
      int from = Math.max(0, i - half);
      int to = Math.min(days, i + half + 1);
      double sum = factorSums[to] - factorSums[from];
      trend[i] = sum > 7 ? (unitSums[to] - unitSums[from]) / sum : 0;
    }
    return trend;
  }
}

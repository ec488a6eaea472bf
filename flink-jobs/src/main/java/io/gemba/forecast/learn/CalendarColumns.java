package io.gemba.forecast.learn;

import io.gemba.forecast.panel.DayKinds;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What {@link CalendarEffects} tells days apart by, as columns: 7 weekdays, 31 days of the month,
 * sine and cosine of 10 harmonics of the year, 2 for each region's flagged days (all, and those of
 * the weekend), and 8 for each event: 3 days after it to 4 days before.
 *
 * @param events how many are known, numbered from 1
 * @param regions by name
 */
record CalendarColumns(int events, List<String> regions) {
  private static final int BEFORE = 4;
  private static final int AFTER = 3;
  private static final int HARMONICS = 10;
  private static final int WEEK = 7;
  private static final int MONTH_DAYS = 31;

  CalendarColumns {
    regions = List.copyOf(regions);
  }

  /** A day: its columns that are not 0, and their values. */
  @SuppressWarnings("ArrayRecordComponent") // a view on numbers, never compared
  record Row(int[] columns, double[] values) {
    /** The sum of the effects of the day. */
    double of(double[] effects) {
      double sum = 0;
      for (int i = 0; i < columns.length; i++) {
        sum += effects[columns[i]] * values[i];
      }
      return sum;
    }
  }

  int count() {
    return WEEK
        + MONTH_DAYS
        + 2 * HARMONICS
        + 2 * regions.size()
        + (events + 1) * (BEFORE + AFTER + 1);
  }

  Row row(int day, String region, DayKinds kinds) {
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

  /** How strongly each column is held to 0. */
  double[] penalties() {
    double[] penalties = new double[count()];
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
}

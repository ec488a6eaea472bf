package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the series of a place up by the place of work. One run through the place's items. */
final class WorkTotals {
  private final WorkPlaces workPlaces;
  private final String place;
  private final int origin;
  private final Map<String, Sum> sums = new TreeMap<>();

  /**
   * @param origin last day of the sums; series that end before it are shifted, not stretched
   */
  WorkTotals(WorkPlaces workPlaces, String place, int origin) {
    this.workPlaces = workPlaces;
    this.place = place;
    this.origin = origin;
  }

  /**
   * Adds a series.
   *
   * @param values units up to {@code seriesOrigin}, oldest first
   * @param level its expected units of an average day
   */
  void add(String item, float[] values, int seriesOrigin, double level) {
    for (String workPlace : workPlaces.of(item, place)) {
      sums.computeIfAbsent(workPlace, absent -> new Sum())
          .add(values, origin - seriesOrigin, level);
    }
  }

  /** One message a place of work. */
  List<PlaceTotals> totals(PlaceState state) {
    double[] soldByHour = state.trading().unitsByHour();
    List<PlaceTotals> totals = new ArrayList<>();
    sums.forEach(
        (workPlace, sum) ->
            totals.add(
                new PlaceTotals(
                    workPlace,
                    place,
                    origin,
                    sum.values(),
                    sum.level,
                    state.profile(),
                    soldByHour)));
    return totals;
  }

  private static final class Sum {
    private final double[] units = new double[DemandHistory.DAYS];
    private final boolean[] isKnown = new boolean[DemandHistory.DAYS];
    private double level;

    void add(float[] values, int lag, double seriesLevel) {
      for (int i = lag; i < values.length; i++) {
        if (!Float.isNaN(values[i])) {
          units[i - lag] += values[i];
          isKnown[i - lag] = true;
        }
      }
      level += seriesLevel;
    }

    float[] values() {
      float[] values = new float[units.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = isKnown[i] ? (float) units[i] : Float.NaN;
      }
      return values;
    }
  }
}

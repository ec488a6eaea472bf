package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Demand of one item at one place for the days to come. Mean and quantiles are those in force: the
 * model's, or what planners said instead.
 *
 * @param id from item, place, origin and revision
 * @param item item id
 * @param place place id
 * @param origin last day whose demand is known; the first day forecast is the next
 * @param revision rises when a late correction changes the forecast of the same origin
 * @param madeAt when it was made
 * @param model what made it, for example {@code ma28-weekday}
 * @param mean expected units, one a day
 * @param levels probabilities of the quantiles, rising, each between 0 and 1
 * @param daily quantiles of each day's units: {@code daily.get(level).get(day)}
 * @param cumulative quantiles of the units of the first {@code day + 1} days together, by level and
 *     day; wider than nothing, narrower than the sum of daily quantiles
 * @param replaced what the model said and why it does not count; null when no planner spoke
 */
public record Forecast(
    String id,
    String item,
    String place,
    LocalDate origin,
    int revision,
    Instant madeAt,
    String model,
    List<Double> mean,
    List<Double> levels,
    List<List<Double>> daily,
    List<List<Double>> cumulative,
    @Nullable Replaced replaced) {

  /**
   * What the model said where planners said otherwise.
   *
   * @param by the overrides in force, by day
   * @param mean as in the forecast
   * @param daily as in the forecast
   * @param cumulative as in the forecast
   */
  public record Replaced(
      List<Reason> by, List<Double> mean, List<List<Double>> daily, List<List<Double>> cumulative) {
    /**
     * @throws IllegalArgumentException if no override is named
     */
    public Replaced {
      by = List.copyOf(by);
      if (by.isEmpty()) {
        throw new IllegalArgumentException("by is empty. Leave replaced out instead.");
      }
      mean = List.copyOf(mean);
      daily = daily.stream().map(List::copyOf).toList();
      cumulative = cumulative.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Why.
   *
   * @param override id of the override
   * @param from first day of it
   * @param to last day of it
   * @param reason what the planner wrote
   * @param who the planner
   */
  public record Reason(String override, LocalDate from, LocalDate to, String reason, String who) {}

  /**
   * @throws IllegalArgumentException if an id is missing or the shapes do not agree
   */
  public Forecast {
    Require.id(id, "id");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.present(origin, "origin");
    Require.present(madeAt, "madeAt");
    Require.id(model, "model");
    mean = List.copyOf(mean);
    levels = List.copyOf(levels);
    daily = daily.stream().map(List::copyOf).toList();
    cumulative = cumulative.stream().map(List::copyOf).toList();
    shape(daily, levels.size(), mean.size(), "daily");
    shape(cumulative, levels.size(), mean.size(), "cumulative");
    if (replaced != null) {
      if (replaced.mean.size() != mean.size()) {
        throw new IllegalArgumentException(
            "replaced.mean must have %d days, as mean has.".formatted(mean.size()));
      }
      shape(replaced.daily, levels.size(), mean.size(), "replaced.daily");
      shape(replaced.cumulative, levels.size(), mean.size(), "replaced.cumulative");
    }
  }

  /** What a model says, and no planner otherwise. */
  public Forecast(
      String id,
      String item,
      String place,
      LocalDate origin,
      int revision,
      Instant madeAt,
      String model,
      List<Double> mean,
      List<Double> levels,
      List<List<Double>> daily,
      List<List<Double>> cumulative) {
    this(id, item, place, origin, revision, madeAt, model, mean, levels, daily, cumulative, null);
  }

  /** The mean the model said, whether or not it is in force. */
  public List<Double> modelMean() {
    return replaced == null ? mean : replaced.mean;
  }

  private static void shape(List<List<Double>> rows, int levels, int days, String field) {
    if (rows.size() != levels || rows.stream().anyMatch(row -> row.size() != days)) {
      throw new IllegalArgumentException(
          "%s must be %d levels x %d days, as levels and mean are.".formatted(field, levels, days));
    }
  }

  /** The key of this record on its topic. */
  public String key() {
    return item + "@" + place;
  }
}

package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Demand of one item at one place for the days to come.
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
    List<List<Double>> cumulative) {

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

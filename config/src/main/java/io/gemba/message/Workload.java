package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Work to be done at a place on a day, hour by hour, before it is turned into people.
 *
 * @param id from place, task and day
 * @param place place id
 * @param task task of the labour standards, for example {@code pick}
 * @param day day in the site's zone
 * @param revision rises with every newer forecast of the same id
 * @param madeAt when it was made
 * @param levels probabilities of the quantiles, rising
 * @param units units of work by level and hour of the day: {@code units.get(level).get(hour)}, 24
 *     hours
 * @param mean expected units by hour, 24
 */
public record Workload(
    String id,
    String place,
    String task,
    LocalDate day,
    int revision,
    Instant madeAt,
    List<Double> levels,
    List<List<Double>> units,
    List<Double> mean) {

  /**
   * @throws IllegalArgumentException if an id is missing, a row has not 24 hours, the levels do not
   *     rise between 0 and 1, or units are negative or fall with the level
   */
  public Workload {
    Require.id(id, "id");
    Require.id(place, "place");
    Require.id(task, "task");
    Require.present(day, "day");
    Require.present(madeAt, "madeAt");
    levels = List.copyOf(levels);
    units = units.stream().map(List::copyOf).toList();
    mean = List.copyOf(mean);
    if (mean.size() != 24 || units.stream().anyMatch(row -> row.size() != 24)) {
      throw new IllegalArgumentException("Workload '" + id + "' must have 24 hours a row.");
    }
    if (units.size() != levels.size()) {
      throw new IllegalArgumentException(
          "Workload '%s' has %d rows for %d levels.".formatted(id, units.size(), levels.size()));
    }
    for (int level = 0; level < levels.size(); level++) {
      double before = level == 0 ? 0 : levels.get(level - 1);
      if (!(levels.get(level) > before && levels.get(level) < 1)) {
        throw new IllegalArgumentException(
            "levels %s of workload '%s' must rise between 0 and 1.".formatted(levels, id));
      }
      for (int hour = 0; hour < 24; hour++) {
        double less = level == 0 ? 0 : units.get(level - 1).get(hour);
        if (!(units.get(level).get(hour) >= less)) {
          throw new IllegalArgumentException(
              "units %s of workload '%s' at hour %d must be at least %s."
                  .formatted(units.get(level).get(hour), id, hour, less));
        }
      }
    }
  }
}

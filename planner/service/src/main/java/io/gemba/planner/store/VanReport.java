package io.gemba.planner.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a van is, as its driver says; the latest one counts.
 *
 * @param day of the route
 * @param vehicle van id
 * @param order the last stop that is done; null = none is
 * @param free when the van can leave that stop, or its depot
 * @param at when this was said
 */
public record VanReport(
    LocalDate day, String vehicle, @Nullable String order, Instant free, Instant at) {

  /** What it is the latest of. */
  public String key() {
    return key(day, vehicle);
  }

  /** The key of a day and a van. */
  public static String key(LocalDate day, String vehicle) {
    return day + "/" + vehicle;
  }
}

package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A planner's word on the demand of one item at one place: it counts instead of the model's.
 *
 * @param id unique; later revisions share it
 * @param revision 0 when made; rises when it is withdrawn
 * @param item item id
 * @param place place id
 * @param from first day it holds
 * @param to last day it holds, at most 366 days after {@code from}
 * @param units expected units of each day, 0 or more; null when {@code factor} is given
 * @param factor what the model's units are multiplied with, 0 to 100; null when {@code units} is
 *     given
 * @param reason a plain sentence
 * @param by who said it
 * @param madeAt when; where two overrides share a day, the one made later holds
 * @param withdrawn whether it holds no longer
 */
public record ForecastOverride(
    String id,
    int revision,
    String item,
    String place,
    LocalDate from,
    LocalDate to,
    @Nullable Double units,
    @Nullable Double factor,
    String reason,
    String by,
    Instant madeAt,
    boolean withdrawn) {
  /** Most units a day. */
  public static final double MOST_UNITS = 1e7;

  /** Highest factor. */
  public static final double MOST_FACTOR = 100;

  /** Longest time from {@code from} to {@code to}. */
  public static final int MOST_DAYS = 366;

  /**
   * @throws IllegalArgumentException naming the value that is missing or outside its range
   */
  public ForecastOverride {
    Require.id(id, "id");
    Require.notNegative(revision, "revision");
    Require.id(item, "item");
    Require.id(place, "place");
    long days = ChronoUnit.DAYS.between(Require.present(from, "from"), Require.present(to, "to"));
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "to (%s) must be from (%s) or up to %d days after it.".formatted(to, from, MOST_DAYS));
    }
    if ((units == null) == (factor == null)) {
      throw new IllegalArgumentException(
          "units (%s) and factor (%s): give one of them.".formatted(units, factor));
    }
    within(units, MOST_UNITS, "units");
    within(factor, MOST_FACTOR, "factor");
    Require.id(reason, "reason");
    Require.id(by, "by");
    Require.present(madeAt, "madeAt");
  }

  private static void within(@Nullable Double value, double most, String field) {
    if (value != null && !(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s (%s) must be between 0 and %.0f.".formatted(field, value, most));
    }
  }

  /** Whether it says anything of a day. */
  public boolean holdsOn(LocalDate day) {
    return !withdrawn && !day.isBefore(from) && !day.isAfter(to);
  }

  /** The same override, no longer holding. */
  public ForecastOverride withdraw() {
    return new ForecastOverride(
        id, revision + 1, item, place, from, to, units, factor, reason, by, madeAt, true);
  }

  /** The item and place it speaks of, as {@code item@place}. */
  public String series() {
    return item + "@" + place;
  }
}

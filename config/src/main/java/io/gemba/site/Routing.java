package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for routes beside the {@link CostRates}.
 *
 * @param traffic how fast roads are by time of day, in order of time; at all other times they are
 *     as the rates say; may be empty
 * @param profiles roads as some vehicles find them; may be empty
 * @param ways between places that are known better than great circles tell; may be empty
 * @param centsPerMovedOrder price of an order that comes with another van than in the routes in
 *     force; null = nothing
 * @param balance what uneven work costs; null = nothing
 */
public record Routing(
    List<Period> traffic,
    List<Profile> profiles,
    List<Way> ways,
    @PositiveOrZero @Nullable Long centsPerMovedOrder,
    @Nullable Balance balance)
    implements Serializable {
  /** Nothing but the rates. */
  public static final Routing NONE = new Routing(List.of(), List.of(), List.of(), null, null);

  /** Copies the lists. */
  public Routing {
    traffic = List.copyOf(traffic);
    profiles = List.copyOf(profiles);
    ways = List.copyOf(ways);
  }

  /**
   * A part of every day.
   *
   * @param from begins, local time
   * @param to ends, after {@code from}; 00:00 = with the day
   * @param speedFactor speed over the usual one, above 0: 0.5 takes twice the time
   */
  public record Period(LocalTime from, LocalTime to, @Positive double speedFactor)
      implements Serializable {}

  /**
   * Roads as some vehicles find them.
   *
   * @param name unique; vehicles name it
   * @param kilometresPerHour their average speed
   */
  public record Profile(@NotBlank String name, @Positive double kilometresPerHour)
      implements Serializable {}

  /**
   * A road from place to place, and back unless that is given too.
   *
   * @param from id of a place
   * @param to id of another place
   * @param kilometres its length
   * @param minutes it takes at the usual speed
   * @param profile whose road it is; null = everybody's
   */
  public record Way(
      @NotBlank String from,
      @NotBlank String to,
      @PositiveOrZero double kilometres,
      @PositiveOrZero double minutes,
      @Nullable String profile)
      implements Serializable {}

  /**
   * What uneven work costs.
   *
   * @param measure what is shared out
   * @param centsPerUnit price of each unit that a van has above the mean of those on the road
   */
  public record Balance(Measure measure, @PositiveOrZero long centsPerUnit)
      implements Serializable {}

  /** What vans may share out evenly. */
  public enum Measure {
    /** from departure to return */
    HOURS,
    /** deliveries */
    STOPS,
    /** boxes of all deliveries */
    BOXES,
    /** kilograms of all deliveries */
    KILOGRAMS
  }
}

package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle's day asks beside its shift and its load.
 *
 * @param home where the tour ends; null = at the vehicle's depot
 * @param breaks the driver's, in order of time, not overlapping; may be empty
 * @param reloads how it may come back to its depot for more; null = never
 * @param limits of a tour; null = none
 * @param skills what orders may need; may be empty
 * @param underway where it is, if it has left the depot already; null = it is at the depot
 * @param capacities most of each other dimension of load on board, by its name; of one that is not
 *     named it carries nothing
 * @param profile name of its roads ({@link Travel.Profile}); null = those of all
 */
public record Duty(
    @Nullable Home home,
    List<Break> breaks,
    @Nullable Reloads reloads,
    @Nullable Limits limits,
    List<String> skills,
    @Nullable Underway underway,
    Map<String, Double> capacities,
    @Nullable String profile) {
  /** Nothing. */
  public static final Duty NONE = new Duty(null, List.of(), null, null, List.of(), null);

  /** A duty with no load but boxes and kilograms, on everybody's roads. */
  public Duty(
      @Nullable Home home,
      List<Break> breaks,
      @Nullable Reloads reloads,
      @Nullable Limits limits,
      List<String> skills,
      @Nullable Underway underway) {
    this(home, breaks, reloads, limits, skills, underway, Map.of(), null);
  }

  /** Copies the lists; a missing list is empty. */
  @JsonCreator
  public Duty {
    breaks = RequestValues.copy(breaks);
    skills = RequestValues.copy(skills);
    capacities = RequestValues.copy(capacities);
  }

  /** The same duty on the road. */
  public Duty withUnderway(@Nullable Underway other) {
    return new Duty(home, breaks, reloads, limits, skills, other, capacities, profile);
  }

  /** The same duty with other dimensions of load. */
  public Duty withCapacities(Map<String, Double> others) {
    return new Duty(home, breaks, reloads, limits, skills, underway, others, profile);
  }

  /** The same duty on other roads. */
  public Duty withProfile(@Nullable String other) {
    return new Duty(home, breaks, reloads, limits, skills, underway, capacities, other);
  }

  /**
   * Where a tour ends.
   *
   * @param place id of the place; null = at the last stop, wherever that is
   */
  public record Home(@Nullable String place) {}

  /**
   * A break of the driver: between two stops, or at a stop before its service. It is due unless the
   * vehicle leaves at {@code latest} or later or is back by then.
   *
   * @param earliest earliest start
   * @param latest latest start, not before {@code earliest}
   * @param seconds how long it is, above 0; paid
   */
  public record Break(Instant earliest, Instant latest, double seconds) {
    /** Rounds both up to whole milliseconds. */
    public Break {
      earliest = RequestValues.firstMillisFrom(earliest);
      latest = RequestValues.firstMillisFrom(latest);
    }
  }

  /**
   * Coming back to the depot between stops to bring collected goods and load new ones.
   *
   * @param most how often a tour, at least 1
   * @param seconds time at the depot each time
   */
  public record Reloads(int most, double seconds) {}

  /**
   * The most a tour may be; null = any.
   *
   * @param metres length, way back included
   * @param seconds from departure to return
   * @param stops visits
   */
  public record Limits(
      @Nullable Double metres, @Nullable Double seconds, @Nullable Integer stops) {}

  /**
   * A vehicle on the road. What was served is not among the orders any more; goods aboard for an
   * order without a pickup need no reload.
   *
   * @param place id of the place it is at or drives to next
   * @param free when it can go on from there
   * @param committed orders it serves next, in this order and before all others, late or not; for a
   *     paired order the first time is its pickup, the second its delivery
   */
  public record Underway(String place, Instant free, List<String> committed) {
    /** Copies the list; a missing list is empty. */
    public Underway {
      free = RequestValues.firstMillisFrom(free);
      committed = RequestValues.copy(committed);
    }
  }
}

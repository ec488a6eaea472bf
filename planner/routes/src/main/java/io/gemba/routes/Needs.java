package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.gemba.routes.RouteRequest.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks beside its window and its load.
 *
 * @param otherWindows when service may start too, later than the order's own window, in order of
 *     time, not overlapping; hard or soft as that one, late only after the last
 * @param skills that the vehicle must have
 * @param forbiddenVehicles ids of vehicles that may not bring it
 * @param pickup where its goods are fetched by the same vehicle before; null = at the depot
 * @param collected true: its goods are fetched at the order's place, for the end of the tour or the
 *     next reload; missing = false
 * @param loads its load in other dimensions than boxes and kilograms, by their name; missing = none
 */
public record Needs(
    List<Span> otherWindows,
    List<String> skills,
    List<String> forbiddenVehicles,
    @Nullable Pickup pickup,
    Boolean collected,
    Map<String, Double> loads) {
  /** Nothing. */
  public static final Needs NONE = new Needs(List.of(), List.of(), List.of(), null, false);

  /** Needs of an order with no load but boxes and kilograms. */
  public Needs(
      List<Span> otherWindows,
      List<String> skills,
      List<String> forbiddenVehicles,
      @Nullable Pickup pickup,
      Boolean collected) {
    this(otherWindows, skills, forbiddenVehicles, pickup, collected, Map.of());
  }

  /** Copies the lists; a missing list is empty. */
  @JsonCreator
  public Needs {
    otherWindows = RequestValues.copy(otherWindows);
    skills = RequestValues.copy(skills);
    forbiddenVehicles = RequestValues.copy(forbiddenVehicles);
    collected = collected != null && collected;
    loads = RequestValues.copy(loads);
  }

  /** The same needs with other loads. */
  public Needs withLoads(Map<String, Double> others) {
    return new Needs(otherWindows, skills, forbiddenVehicles, pickup, collected, others);
  }

  /**
   * A time from which to which service may start.
   *
   * @param start inclusive
   * @param end inclusive, not before {@code start}
   */
  public record Span(Instant start, Instant end) {
    /** Rounds both up to whole milliseconds. */
    public Span {
      start = RequestValues.firstMillisFrom(start);
      end = RequestValues.firstMillisFrom(end);
    }
  }

  /**
   * The first half of a paired order.
   *
   * @param place id of the place
   * @param window when service may start there
   * @param serviceSeconds time the vehicle stands there
   */
  public record Pickup(String place, Window window, double serviceSeconds) {}
}

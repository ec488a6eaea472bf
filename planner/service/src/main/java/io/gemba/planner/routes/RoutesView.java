package io.gemba.planner.routes;

import io.gemba.planner.plans.PlanViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day's routes as the console shows them: the draft if there is one, else the published plan.
 *
 * @param day the day
 * @param state {@code idle} or {@code planning}
 * @param progress of the running job; null when idle
 * @param published the plan in force; null before the first
 * @param draft the plan that waits; null when none does
 * @param routes one a van that leaves
 * @param unassigned orders that nobody brings
 * @param costs by kind
 */
public record RoutesView(
    LocalDate day,
    String state,
    PlanViews.@Nullable ProgressView progress,
    PlanViews.@Nullable PublishedView published,
    PlanViews.@Nullable DraftView draft,
    List<RouteRow> routes,
    List<UnassignedRow> unassigned,
    List<PlanViews.KindCost> costs) {

  /** A van's tour; driver is a person id, null when nobody is rostered for it. */
  public record RouteRow(
      String vehicle,
      String name,
      @Nullable String driver,
      Instant start,
      Instant end,
      double metres,
      long costCents,
      String depot,
      List<StopRow> stops,
      List<HaltRow> halts) {}

  /**
   * Time at which a van neither drives nor delivers.
   *
   * @param kind {@code BREAK} of the driver, or {@code LOADING} of more goods
   * @param place where
   * @param before {@code seq} of the stop that follows; one more than there are on the way home
   */
  public record HaltRow(String kind, String place, Instant start, Instant end, int before) {}

  /** A visit, {@code seq} from 1. */
  public record StopRow(
      int seq,
      String order,
      String place,
      String placeName,
      double latitude,
      double longitude,
      Instant windowStart,
      Instant windowEnd,
      Instant arrival,
      Instant start,
      Instant departure,
      double lateMinutes,
      double boxes) {}

  /** An order that nobody brings, and why. */
  public record UnassignedRow(
      String order,
      String place,
      String placeName,
      double latitude,
      double longitude,
      double boxes,
      long valueCents,
      String reason) {}

  /**
   * What a driver gets.
   *
   * @param planId plan it is part of
   * @param version of the plan
   * @param day the day
   * @param route the van's tour; null when it stays at home
   */
  public record VanRoute(
      String planId, int version, LocalDate day, String vehicle, @Nullable RouteRow route) {}
}

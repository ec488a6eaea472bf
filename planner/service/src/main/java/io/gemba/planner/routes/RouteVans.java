package io.gemba.planner.routes;

import static io.gemba.planner.routes.RouteDay.later;

import io.gemba.message.ResourceChange;
import io.gemba.planner.resources.Absences;
import io.gemba.routes.Duty;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Visit;
import io.gemba.site.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Vans of a day in the solver's words. One that is on the road goes on from where it is, with what
 * is left of its day: breaks not had, kilometres and hours not driven.
 */
final class RouteVans {
  private static final int SECONDS = 60;
  private static final double HOUR_SECONDS = 3600;
  private static final double METRES = 1000;

  /** A limit must be above 0; this is none left. */
  private static final double NONE_LEFT = 1;

  private final RouteDay day;
  private final Absences absences;
  private final @Nullable RouteCut cut;

  RouteVans(RouteDay day, Absences absences, @Nullable RouteCut cut) {
    this.day = day;
    this.absences = absences;
    this.cut = cut;
  }

  RouteRequest.Vehicle vehicle(Vehicle van) {
    Instant start = day.at(van.shiftStart());
    Instant end = day.at(van.shiftEnd());
    Underway underway = findUnderway(van);
    boolean isOver = underway == null && !earliest(van).isBefore(end);
    long fixedCents = cut != null && cut.hasLeft(van.id()) ? 0 : van.fixedCents();
    return new RouteRequest.Vehicle(
            van.id(),
            van.depot(),
            isOver || underway != null ? start : earliest(van),
            end,
            van.boxes(),
            van.kilograms(),
            new RouteRequest.Prices(
                fixedCents, van.centsPerKilometre(), van.centsPerHour(), van.centsPerLateMinute()),
            isThere(van) && !isOver)
        .withDuty(duty(van, underway));
  }

  /** Where a van that can be had goes on; null when it is at its depot or out of order. */
  @Nullable Underway findUnderway(Vehicle van) {
    return cut == null || !isThere(van) ? null : cut.underway(van.id());
  }

  /** Whether it can be had, as far as is known. */
  boolean isThere(Vehicle van) {
    Instant from = earliest(van);
    Instant end = day.at(van.shiftEnd());
    return !from.isBefore(end)
        || !absences.isAway(ResourceChange.Kind.VEHICLE, van.id(), from, end);
  }

  private Instant earliest(Vehicle van) {
    Instant start = day.at(van.shiftStart());
    return cut == null ? start : later(start, day.now());
  }

  private Duty duty(Vehicle van, @Nullable Underway underway) {
    Vehicle.Duty duty = van.duty();
    Route done = cut == null ? null : cut.findDone(van.id());
    return new Duty(
        null,
        cut == null || done == null ? breaks(duty) : cut.breaksLeft(van.id()),
        reloads(duty.reloads(), done),
        limits(duty.limits(), done),
        duty.skills(),
        underway,
        duty.capacities().stream()
            .collect(Collectors.toMap(Vehicle.Capacity::load, Vehicle.Capacity::most)),
        duty.profile());
  }

  private List<Duty.Break> breaks(Vehicle.Duty duty) {
    return duty.breaks().stream()
        .map(
            one ->
                new Duty.Break(
                    day.at(one.earliest()), day.at(one.latest()), one.minutes() * SECONDS))
        .toList();
  }

  private static Duty.@Nullable Reloads reloads(
      Vehicle.@Nullable Reloads reloads, @Nullable Route done) {
    if (reloads == null) {
      return null;
    }
    int had =
        done == null
            ? 0
            : (int) done.halts().stream().filter(one -> one.kind() == Halt.Kind.RELOAD).count();
    return had >= reloads.most()
        ? null
        : new Duty.Reloads(reloads.most() - had, reloads.minutes() * SECONDS);
  }

  private static Duty.@Nullable Limits limits(
      Vehicle.@Nullable Limits limits, @Nullable Route done) {
    if (limits == null) {
      return null;
    }
    double metres = done == null ? 0 : done.metres();
    double seconds =
        done == null ? 0 : Duration.between(done.start(), done.end()).toMillis() / 1000.0;
    long stops =
        done == null
            ? 0
            : done.stops().stream().filter(stop -> stop.visit() != Visit.PICKUP).count();
    Double kilometres = limits.kilometres();
    Double hours = limits.hours();
    Integer most = limits.stops();
    return new Duty.Limits(
        kilometres == null ? null : Math.max(NONE_LEFT, kilometres * METRES - metres),
        hours == null ? null : Math.max(NONE_LEFT, hours * HOUR_SECONDS - seconds),
        most == null ? null : (int) Math.max(1, most - stops));
  }
}

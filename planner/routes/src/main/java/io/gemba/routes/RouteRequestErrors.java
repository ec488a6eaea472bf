package io.gemba.routes;

import io.gemba.routes.Duty.Break;
import io.gemba.routes.Duty.Limits;
import io.gemba.routes.Duty.Reloads;
import io.gemba.routes.Needs.Pickup;
import io.gemba.routes.Needs.Span;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Vehicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a request, each with id, value and fix. */
public final class RouteRequestErrors {
  private final RouteRequest request;
  private final List<String> errors = new ArrayList<>();
  private final Set<String> places;
  private final Set<String> vehicles;
  private final Set<String> skills;
  private final Set<String> dimensions;

  private RouteRequestErrors(RouteRequest request) {
    this.request = request;
    places = unique("place", request.places().stream().map(Place::id).toList());
    skills = new HashSet<>();
    dimensions = new HashSet<>();
    request.vehicles().forEach(van -> dimensions.addAll(van.duty().capacities().keySet()));
    request.vehicles().forEach(vehicle -> skills.addAll(vehicle.duty().skills()));
    vehicles = unique("vehicle", request.vehicles().stream().map(Vehicle::id).toList());
    unique("order", request.orders().stream().map(Order::id).toList());
  }

  /** Lists all errors in the order of the request; empty = it can be planned. */
  public static List<String> list(RouteRequest request) {
    RouteRequestErrors found = new RouteRequestErrors(request);
    if (request.places().isEmpty()) {
      found.errors.add("places are empty. Name at least the depot.");
    }
    if (request.vehicles().isEmpty()) {
      found.errors.add("vehicles are empty. Name at least one.");
    }
    request.places().forEach(found::place);
    request.vehicles().forEach(found::vehicle);
    request.orders().forEach(found::order);
    found.notNegative(request.centsPerMovedOrder(), "centsPerMovedOrder", "the request");
    found.errors.addAll(CommitmentErrors.list(request));
    found.balance();
    found.errors.addAll(TravelErrors.list(request));
    found.search();
    return List.copyOf(found.errors);
  }

  private Set<String> unique(String kind, List<String> ids) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (String id : ids) {
      if (id.isBlank()) {
        errors.add("The id of a %s is blank. Give it a text.".formatted(kind));
      } else if (!seen.add(id) && twice.add(id)) {
        errors.add("%s '%s' is there twice. Rename or remove one.".formatted(kind, id));
      }
    }
    return seen;
  }

  private void place(Place place) {
    if (!(Math.abs(place.latitude()) <= 90)) {
      errors.add(
          "latitude (%s) of place '%s' must be from -90 to 90 degrees. Maybe it is swapped with the longitude."
              .formatted(place.latitude(), place.id()));
    }
    if (!(Math.abs(place.longitude()) <= 180)) {
      errors.add(
          "longitude (%s) of place '%s' must be from -180 to 180 degrees."
              .formatted(place.longitude(), place.id()));
    }
  }

  private void vehicle(Vehicle vehicle) {
    String where = "vehicle '" + vehicle.id() + "'";
    known(vehicle.depot(), "depot", where);
    if (!vehicle.shiftEnd().isAfter(vehicle.shiftStart())) {
      errors.add(
          "shiftEnd (%s) of %s must be after shiftStart (%s). Maybe the day is wrong."
              .formatted(vehicle.shiftEnd(), where, vehicle.shiftStart()));
    }
    notNegative(vehicle.boxes(), "boxes", where);
    notNegative(vehicle.kilograms(), "kilograms", where);
    notNegative(vehicle.prices().fixedCents(), "fixedCents", where);
    notNegative(vehicle.prices().centsPerKilometre(), "centsPerKilometre", where);
    notNegative(vehicle.prices().centsPerHour(), "centsPerHour", where);
    notNegative(vehicle.prices().centsPerLateMinute(), "centsPerLateMinute", where);
    duty(vehicle.duty(), where);
  }

  private void duty(Duty duty, String where) {
    if (duty.home() != null && duty.home().place() != null) {
      known(duty.home().place(), "home", where);
    }
    if (duty.underway() != null) {
      known(duty.underway().place(), "underway", where);
    }
    duty.capacities().forEach((name, most) -> notNegative(most, "capacity '" + name + "'", where));
    Instant free = Instant.MIN;
    for (Break one : duty.breaks()) {
      positive(one.seconds(), "seconds of a break", where);
      if (one.latest().isBefore(one.earliest())) {
        errors.add(
            "A break of %s starts at the latest (%s) before its earliest start (%s). Swap them."
                .formatted(where, one.latest(), one.earliest()));
      } else if (one.latest().isBefore(free)) {
        errors.add(
            "A break of %s starts by %s, but the one before may last until %s. Order them by time and leave room."
                .formatted(where, one.latest(), free));
      } else if (one.seconds() > 0 && one.seconds() < Integer.MAX_VALUE) {
        free = one.latest().plusMillis(Math.round(one.seconds() * 1000));
      }
    }
    Reloads reloads = duty.reloads();
    if (reloads != null) {
      positive(reloads.most(), "most reloads", where);
      notNegative(reloads.seconds(), "seconds of reloads", where);
    }
    Limits limits = duty.limits();
    if (limits != null) {
      atLeast(limits.metres(), "metres", where);
      atLeast(limits.seconds(), "seconds", where);
      atLeast(limits.stops(), "stops", where);
    }
  }

  private void positive(double value, String field, String where) {
    if (!(value > 0) || Double.isInfinite(value)) {
      errors.add("%s (%s) of %s must be finite and above 0.".formatted(field, value, where));
    }
  }

  private void atLeast(@Nullable Number most, String field, String where) {
    if (most != null && !(most.doubleValue() > 0)) {
      errors.add(
          "The limit of %s (%s) of %s must be above 0. Leave it out for no limit."
              .formatted(field, most, where));
    }
  }

  private void order(Order order) {
    String where = "order '" + order.id() + "'";
    known(order.place(), "place", where);
    if (order.window().end().isBefore(order.window().start())) {
      errors.add(
          "The window of %s ends (%s) before it starts (%s). Swap them or correct the day."
              .formatted(where, order.window().end(), order.window().start()));
    }
    Long late = order.window().centsPerLateMinute();
    if (late != null) {
      notNegative(late, "centsPerLateMinute", where);
    }
    notNegative(order.serviceSeconds(), "serviceSeconds", where);
    notNegative(order.boxes(), "boxes", where);
    notNegative(order.kilograms(), "kilograms", where);
    notNegative(order.undeliveredCents(), "undeliveredCents", where);
    order.allowedVehicles().forEach(vehicle -> knownVehicle(vehicle, "allowedVehicles", where));
    knownVehicle(order.pinnedVehicle(), "pinnedVehicle", where);
    needs(order, where);
  }

  private void needs(Order order, String where) {
    Needs needs = order.needs();
    needs.forbiddenVehicles().forEach(id -> knownVehicle(id, "forbiddenVehicles", where));
    Instant before = order.window().end();
    for (Span span : needs.otherWindows()) {
      if (span.end().isBefore(span.start()) || !span.start().isAfter(before)) {
        errors.add(
            "otherWindows of %s have %s to %s, which must end after it starts and start after %s. Order them by time."
                .formatted(where, span.start(), span.end(), before));
      }
      before = span.end();
    }
    for (String skill : needs.skills()) {
      if (!skills.contains(skill)) {
        errors.add(
            "skill '%s' of %s is one that no vehicle has. Maybe it is written differently."
                .formatted(skill, where));
      }
    }
    needs
        .loads()
        .forEach(
            (name, load) -> {
              notNegative(load, "load '" + name + "'", where);
              if (!dimensions.contains(name)) {
                errors.add(
                    "load '%s' of %s is one that no vehicle has a capacity for. Maybe it is written differently."
                        .formatted(name, where));
              }
            });
    Pickup pickup = needs.pickup();
    if (pickup != null) {
      known(pickup.place(), "pickup", where);
      notNegative(pickup.serviceSeconds(), "serviceSeconds of the pickup", where);
      if (pickup.window().end().isBefore(pickup.window().start())) {
        errors.add(
            "The pickup of %s ends (%s) before it starts (%s). Swap them or correct the day."
                .formatted(where, pickup.window().end(), pickup.window().start()));
      }
      if (needs.collected()) {
        errors.add("%s has a pickup and is collected. Remove one of them.".formatted(where));
      }
    }
  }

  private void balance() {
    if (request.balance() != null) {
      notNegative(request.balance().centsPerUnit(), "centsPerUnit", "balance");
    }
  }

  private void search() {
    if (!(request.search().seconds() > 0) || Double.isInfinite(request.search().seconds())) {
      errors.add("seconds (%s) of search must be above 0.".formatted(request.search().seconds()));
    }
    if (request.search().threads() < 1) {
      errors.add(
          "threads (%d) of search must be at least 1.".formatted(request.search().threads()));
    }
    Integer iterations = request.search().iterations();
    if (iterations != null && iterations < 1) {
      errors.add("iterations (%d) of search must be at least 1.".formatted(iterations));
    }
  }

  private void notNegative(long value, String field, String where) {
    if (value < 0) {
      errors.add("%s (%d) of %s must not be negative.".formatted(field, value, where));
    }
  }

  private void notNegative(double value, String field, String where) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      errors.add("%s (%s) of %s must be finite and not negative.".formatted(field, value, where));
    }
  }

  private void known(String place, String field, String where) {
    if (!places.contains(place)) {
      errors.add("%s '%s' of %s is no place. Add it to places.".formatted(field, place, where));
    }
  }

  private void knownVehicle(@Nullable String vehicle, String field, String where) {
    if (vehicle != null && !vehicles.contains(vehicle)) {
      errors.add(
          "%s '%s' of %s is no vehicle. Add it to vehicles.".formatted(field, vehicle, where));
    }
  }
}

package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult.Reason;
import io.gemba.routes.RouteResult.Unassigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds why an order is on no tour, by trying: each rule is relaxed alone, for each vehicle, and
 * the cheapest way in that opens names the reason.
 */
public final class Exclusions {
  private final RouteModel model;
  private final Tours plan;

  private record Rule(Reason reason, Predicate<Tour> others) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              Reason.CAPACITY,
              t -> t.vehicleRuleKept() && t.shiftKept() && t.windowsKept() && t.limitsKept()),
          new Rule(
              Reason.SHIFT_END,
              t -> t.vehicleRuleKept() && t.capacityKept() && t.windowsKept() && t.limitsKept()),
          new Rule(
              Reason.WINDOW,
              t -> t.vehicleRuleKept() && t.capacityKept() && t.shiftKept() && t.limitsKept()),
          new Rule(
              Reason.LIMIT,
              t -> t.vehicleRuleKept() && t.capacityKept() && t.shiftKept() && t.windowsKept()),
          new Rule(
              Reason.VEHICLE_RULE,
              t -> t.capacityKept() && t.shiftKept() && t.windowsKept() && t.limitsKept()));

  private record Way(Reason reason, Tours.Insertion insertion) {}

  private Exclusions(RouteModel model, Tours plan) {
    this.model = model;
    this.plan = plan;
  }

  /** Explains every order that is on no tour, in the order of the request. */
  public static List<Unassigned> of(RouteModel model, Tours plan) {
    Exclusions exclusions = new Exclusions(model, plan);
    return Arrays.stream(plan.unassigned()).mapToObj(exclusions::explain).toList();
  }

  private Unassigned explain(int order) {
    String id = model.order(order).id();
    boolean anyone = false;
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      anyone |= model.allows(order, vehicle);
    }
    Tours.Insertion fits = plan.cheapest(order);
    if (fits != null) {
      return new Unassigned(
          id,
          Reason.NOT_WORTH,
          vehicleId(fits),
          "Bringing it would cost %d cents, losing it costs %d."
              .formatted(bringingCents(fits, order), model.order(order).undeliveredCents()));
    }
    Way way = cheapestWay(order);
    if (!anyone) {
      return new Unassigned(
          id, Reason.NO_VEHICLE, null, "No vehicle that may bring it is available.");
    }
    if (way == null) {
      return new Unassigned(
          id, Reason.SEVERAL, null, "More than one limit of every vehicle is in the way.");
    }
    return new Unassigned(id, way.reason(), vehicleId(way.insertion()), detail(way, order));
  }

  private long bringingCents(Tours.Insertion fits, int order) {
    double dearer = plan.replaced(fits.tour()).cents() - plan.cents();
    return Math.round(dearer + model.order(order).undeliveredCents());
  }

  private @Nullable Way cheapestWay(int order) {
    Way best = null;
    for (Rule rule : RULES) {
      for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
        if (!model.vehicle(vehicle).available()) {
          continue;
        }
        Tours.Insertion insertion = plan.cheapest(order, vehicle, rule.others());
        if (insertion != null
            && (best == null || insertion.deltaCents() < best.insertion().deltaCents())) {
          best = new Way(rule.reason(), insertion);
        }
      }
    }
    return best;
  }

  private String loads(Tour tour) {
    List<String> loads = new ArrayList<>();
    for (int i = 0; i < model.dimensions().size(); i++) {
      loads.add(
          "%.1f of %.1f %s"
              .formatted(
                  tour.peak(i), model.capacity(i, tour.vehicle()), model.dimensions().get(i)));
    }
    return String.join(" and ", loads);
  }

  private String vehicleId(Tours.Insertion insertion) {
    return model.vehicle(insertion.tour().vehicle()).id();
  }

  private String detail(Way way, int order) {
    Tour tour = way.insertion().tour();
    Vehicle vehicle = model.vehicle(tour.vehicle());
    return switch (way.reason()) {
      case CAPACITY -> "With it %s would carry %s.".formatted(vehicle.id(), loads(tour));
      case SHIFT_END ->
          "With it %s would be back at %s, its shift ends at %s."
              .formatted(vehicle.id(), Instant.ofEpochMilli(tour.endMillis()), vehicle.shiftEnd());
      case WINDOW ->
          "With it %s would miss a fixed window; this order's ends at %s."
              .formatted(vehicle.id(), model.order(order).window().end());
      case LIMIT ->
          "With it the tour of %s would be %.1f km, %d minutes and %d stops; its limits are %s."
              .formatted(
                  vehicle.id(),
                  tour.metres() / 1000,
                  (tour.endMillis() - tour.startMillis()) / 60_000,
                  tour.size(),
                  vehicle.duty().limits());
      default ->
          "%s would fit it in, but the order is kept to other vehicles.".formatted(vehicle.id());
    };
  }
}

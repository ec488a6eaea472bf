package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Coordinate;
import io.gemba.routes.Duty;
import io.gemba.routes.Needs;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A model as a jsprit problem and jsprit's routes back as tours. Ids are the request's. Times are
 * milliseconds since the first shift start, so that they are exact as doubles; loads are whole
 * thousandths, rounded so that what fits here fits in truth.
 */
final class JspritProblem {
  private static final double LOAD_UNITS = 1000;
  private static final double LOAD_TOLERANCE = 1e-6;

  final RouteModel model;
  final VehicleRoutingProblem problem;
  final JspritCosts costs;
  private final Map<String, Integer> orderIndex = new HashMap<>();
  private final Map<String, Integer> vehicleIndex = new HashMap<>();
  private final Map<String, Vehicle> vehicles = new HashMap<>();
  private final long originMillis;
  private final Set<String> named = new HashSet<>();

  JspritProblem(RouteModel model, StopSignal signal) {
    this.model = model;
    RouteRequest request = model.request();
    refuseDutiesAndNeeds(request);
    originMillis =
        request.vehicles().stream().mapToLong(v -> v.shiftStart().toEpochMilli()).min().orElse(0);
    for (Order order : request.orders()) {
      named.addAll(order.allowedVehicles());
      if (order.pinnedVehicle() != null) {
        named.add(order.pinnedVehicle());
      }
    }
    costs = new JspritCosts(model, originMillis, signal);
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance().setFleetSize(FleetSize.FINITE);
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      vehicleIndex.put(model.vehicle(vehicle).id(), vehicle);
      if (model.vehicle(vehicle).available()) {
        VehicleImpl built = vehicle(vehicle);
        vehicles.put(built.getId(), built);
        builder.addVehicle(built);
      }
    }
    for (int order = 0; order < model.orders(); order++) {
      orderIndex.put(model.order(order).id(), order);
      builder.addJob(delivery(order));
    }
    problem = builder.setRoutingCost(costs).setActivityCosts(costs).build();
    costs.bind(problem, vehicleIndex, orderIndex);
  }

  private static void refuseDutiesAndNeeds(RouteRequest request) {
    List<String> unknown = new ArrayList<>();
    request.vehicles().stream()
        .filter(vehicle -> !vehicle.duty().equals(Duty.NONE))
        .forEach(vehicle -> unknown.add("duty of vehicle '%s'".formatted(vehicle.id())));
    request.orders().stream()
        .filter(order -> !order.needs().equals(Needs.NONE))
        .forEach(order -> unknown.add("needs of order '%s'".formatted(order.id())));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "jsprit is given deliveries with one window only; leave out: " + unknown);
    }
  }

  private VehicleImpl vehicle(int index) {
    RouteRequest.Vehicle vehicle = model.vehicle(index);
    Prices prices = vehicle.prices();
    VehicleTypeImpl type =
        VehicleTypeImpl.Builder.newInstance(typeId(vehicle))
            .addCapacityDimension(0, floorUnits(vehicle.boxes()))
            .addCapacityDimension(1, floorUnits(vehicle.kilograms()))
            .setFixedCost((double) prices.fixedCents())
            .setCostPerDistance(prices.centsPerKilometre() / 1000.0)
            .setCostPerTransportTime(prices.centsPerHour() / 3_600_000.0)
            .build();
    return VehicleImpl.Builder.newInstance(vehicle.id())
        .setType(type)
        .setStartLocation(location(model.placeOfStart(index)))
        .setEarliestStart(sinceOrigin(vehicle.shiftStart()))
        .setLatestArrival(sinceOrigin(vehicle.shiftEnd()))
        .build();
  }

  /** Vehicles that no rule tells apart share a type, so that jsprit tries only one of them. */
  private String typeId(RouteRequest.Vehicle vehicle) {
    if (named.contains(vehicle.id())) {
      return "only " + vehicle.id();
    }
    return "%s/%s/%s".formatted(vehicle.boxes(), vehicle.kilograms(), vehicle.prices());
  }

  private Delivery delivery(int index) {
    Order order = model.order(index);
    double from = sinceOrigin(order.window().start());
    double to = order.window().hard() ? sinceOrigin(order.window().end()) : Double.MAX_VALUE;
    return Delivery.Builder.newInstance(order.id())
        .setLocation(location(model.placeOfOrder(index)))
        .setServiceTime((double) Math.round(order.serviceSeconds() * 1000))
        .addSizeDimension(0, ceilingUnits(order.boxes()))
        .addSizeDimension(1, ceilingUnits(order.kilograms()))
        .setTimeWindow(TimeWindow.newInstance(Math.max(0, from), Math.max(0, to)))
        .build();
  }

  private double sinceOrigin(Instant time) {
    return (double) (time.toEpochMilli() - originMillis);
  }

  private Location location(int place) {
    Place at = model.request().places().get(place);
    return Location.Builder.newInstance()
        .setId(at.id())
        .setIndex(place)
        .setCoordinate(Coordinate.newInstance(at.longitude(), at.latitude()))
        .build();
  }

  private static int floorUnits(double amount) {
    return (int) Math.floor(amount * LOAD_UNITS + LOAD_TOLERANCE);
  }

  private static int ceilingUnits(double amount) {
    return (int) Math.ceil(amount * LOAD_UNITS - LOAD_TOLERANCE);
  }

  /** A hard window that ends before the first shift; jsprit knows no time before 0. */
  boolean isTooLate(int order) {
    Order asked = model.order(order);
    return asked.window().hard() && sinceOrigin(asked.window().end()) < 0;
  }

  int vehicleIndex(Vehicle vehicle) {
    return known(vehicleIndex, vehicle.getId());
  }

  int orderIndex(Job job) {
    return known(orderIndex, job.getId());
  }

  private static int known(Map<String, Integer> index, String id) {
    Integer found = index.get(id);
    if (found == null) {
      throw new IllegalStateException("jsprit returned '" + id + "', which it was never given.");
    }
    return found;
  }

  Tours tours(Collection<VehicleRoute> routes) {
    List<Tour> tours = new ArrayList<>();
    for (VehicleRoute route : routes) {
      tours.add(tour(route));
    }
    return Tours.of(model, tours);
  }

  private Tour tour(VehicleRoute route) {
    int[] orders =
        route.getTourActivities().getJobs().isEmpty()
            ? new int[0]
            : route.getActivities().stream().mapToInt(costs::order).toArray();
    return Tour.of(model, vehicleIndex(route.getVehicle()), orders);
  }

  /** A plan as jsprit's starting point. */
  VehicleRoutingProblemSolution solution(Tours plan) {
    List<VehicleRoute> routes = new ArrayList<>();
    for (Tour tour : plan.tours()) {
      if (tour.size() > 0) {
        Vehicle vehicle = vehicles.get(model.vehicle(tour.vehicle()).id());
        VehicleRoute.Builder route =
            VehicleRoute.Builder.newInstance(vehicle)
                .setJobActivityFactory(problem.getJobActivityFactory());
        for (int position = 0; position < tour.size(); position++) {
          route.addDelivery((Delivery) job(tour.order(position)));
        }
        routes.add(route.build());
      }
    }
    List<Job> open = new ArrayList<>();
    for (int order : plan.unassigned()) {
      open.add(job(order));
    }
    return new VehicleRoutingProblemSolution(routes, open, plan.cents());
  }

  private Job job(int order) {
    return Objects.requireNonNull(problem.getJobs().get(model.order(order).id()));
  }
}

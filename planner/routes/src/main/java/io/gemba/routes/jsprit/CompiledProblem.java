package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.Capacity;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl.VehicleCostParams;
import io.gemba.routes.Duty;
import io.gemba.routes.Needs;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.Travel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A user's jsprit problem as a request. A unit of time is a second and one of length a metre; a
 * unit of cost is 1,000 cents. Times are whole milliseconds: ways and services are rounded up and
 * windows inwards, so that what is in time here is in time there. Skills that no vehicle has leave
 * their jobs out.
 */
final class CompiledProblem {
  static final double CENTS = 1000;
  private static final double LATEST_SECONDS = 1e9;
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double NOISE = 1e-9;
  private static final int FEWEST_COPIES = 25;
  private static final int COPIES_A_LOAD = 4;
  private static final String COPY = "#";

  final VehicleRoutingProblem problem;
  private final SolutionPrice price;
  private final Map<Location, Integer> places = new LinkedHashMap<>();
  private final Map<String, Vehicle> vehicles = new LinkedHashMap<>();
  private final Set<String> skills = new HashSet<>();

  /**
   * @param problem without {@link Compilable#obstacles}
   * @param copies of each vehicle, 1 unless the fleet is infinite
   */
  CompiledProblem(VehicleRoutingProblem problem, SolutionPrice price, int copies) {
    this.problem = problem;
    this.price = price;
    for (Vehicle vehicle : problem.getVehicles()) {
      place(vehicle.getStartLocation());
      place(vehicle.getEndLocation());
      skills.addAll(vehicle.getSkills().values());
      for (int copy = 0; copy < copies; copy++) {
        vehicles.put(copies == 1 ? vehicle.getId() : vehicle.getId() + COPY + copy, vehicle);
      }
    }
    for (Job job : problem.getJobs().values()) {
      job.getActivities().forEach(activity -> place(activity.getLocation()));
    }
  }

  /** So many vehicles of each kind of an infinite fleet as are enough in any case; else 1. */
  static int mostCopies(VehicleRoutingProblem problem) {
    return problem.getFleetSize() == FleetSize.INFINITE ? problem.getJobs().size() : 1;
  }

  /** So many as are likely enough. */
  static int likelyCopies(VehicleRoutingProblem problem) {
    Capacity load = Capacity.Builder.newInstance().build();
    for (Job job : problem.getJobs().values()) {
      load = Capacity.addup(load, job.getSize());
    }
    double needed = 1;
    for (Vehicle vehicle : problem.getVehicles()) {
      Capacity room = vehicle.getType().getCapacityDimensions();
      for (int i = 0; i < load.getNuOfDimensions(); i++) {
        needed = Math.max(needed, (double) load.get(i) / Math.max(1, room.get(i)));
      }
    }
    double likely = Math.max(FEWEST_COPIES, COPIES_A_LOAD * needed);
    return (int) Math.min(mostCopies(problem), likely);
  }

  private int place(Location location) {
    return places.computeIfAbsent(location, any -> places.size());
  }

  private String placeId(Location location) {
    return String.valueOf(Objects.requireNonNull(places.get(location)));
  }

  Vehicle vehicle(String id) {
    return Objects.requireNonNull(vehicles.get(id), id);
  }

  RouteRequest request(RouteRequest.Search search) {
    List<RouteRequest.Place> named = new ArrayList<>();
    places.values().forEach(n -> named.add(new RouteRequest.Place(String.valueOf(n), 0, 0)));
    Map<String, Travel.Profile> profiles = new LinkedHashMap<>();
    List<RouteRequest.Vehicle> fleet = new ArrayList<>();
    vehicles.forEach(
        (id, vehicle) -> {
          String profile = vehicle.getType().getTypeId();
          profiles.computeIfAbsent(profile, name -> profile(name, vehicle));
          fleet.add(vehicle(id, vehicle, profile));
        });
    Travel.Matrix first = profiles.values().iterator().next().matrix();
    List<RouteRequest.Order> orders = new ArrayList<>();
    for (Job job : problem.getJobs().values()) {
      if (skills.containsAll(job.getRequiredSkills().values())) {
        orders.add(order(job));
      }
    }
    return new RouteRequest(
        named,
        fleet,
        orders,
        new Travel(1, 1, first, List.copyOf(profiles.values()), null),
        List.of(),
        search);
  }

  private Travel.Profile profile(String name, Vehicle vehicle) {
    List<List<Double>> metres = new ArrayList<>();
    List<List<Double>> seconds = new ArrayList<>();
    for (Location from : places.keySet()) {
      List<Double> lengths = new ArrayList<>();
      List<Double> times = new ArrayList<>();
      for (Location to : places.keySet()) {
        lengths.add(problem.getTransportCosts().getDistance(from, to, 0, vehicle));
        times.add(up(problem.getTransportCosts().getTransportTime(from, to, 0, null, vehicle)));
      }
      metres.add(lengths);
      seconds.add(times);
    }
    return new Travel.Profile(name, 1, new Travel.Matrix(metres, seconds));
  }

  private RouteRequest.Vehicle vehicle(String id, Vehicle vehicle, String profile) {
    VehicleCostParams prices = vehicle.getType().getVehicleCostParams();
    Duty.Home home =
        vehicle.isReturnToDepot()
            ? new Duty.Home(placeId(vehicle.getEndLocation()))
            : new Duty.Home(null);
    Duty duty =
        new Duty(
            home,
            List.of(),
            null,
            null,
            List.copyOf(vehicle.getSkills().values()),
            null,
            loads(vehicle.getType().getCapacityDimensions()),
            profile);
    return new RouteRequest.Vehicle(
        id,
        placeId(vehicle.getStartLocation()),
        instant(up(vehicle.getEarliestDeparture())),
        instant(down(vehicle.getLatestArrival())),
        0,
        0,
        new RouteRequest.Prices(
            Math.round(prices.fix * CENTS),
            Math.round(prices.perDistanceUnit * CENTS * 1000),
            Math.round(prices.perTransportTimeUnit * CENTS * SECONDS_AN_HOUR),
            0),
        true,
        duty);
  }

  private static Map<String, Double> loads(Capacity capacity) {
    Map<String, Double> loads = new HashMap<>();
    for (int i = 0; i < capacity.getNuOfDimensions(); i++) {
      loads.put("dimension " + i, (double) capacity.get(i));
    }
    return loads;
  }

  private RouteRequest.Order order(Job job) {
    Map<String, Double> loads = loads(job.getSize());
    loads.values().removeIf(load -> load == 0);
    if (job instanceof Shipment shipment) {
      Needs.Pickup pickup =
          new Needs.Pickup(
              placeId(shipment.getPickupLocation()),
              windows(shipment.getPickupTimeWindows()).get(0),
              up(shipment.getPickupServiceTime()));
      List<RouteRequest.Window> windows = windows(shipment.getDeliveryTimeWindows());
      return order(
          job,
          shipment.getDeliveryLocation(),
          shipment.getDeliveryServiceTime(),
          windows,
          new Needs(spans(windows), List.copyOf(skills(job)), List.of(), pickup, false, loads));
    }
    Service service = (Service) job;
    List<RouteRequest.Window> windows = windows(service.getTimeWindows());
    boolean isCollected = !(job instanceof Delivery);
    return order(
        job,
        service.getLocation(),
        service.getServiceDuration(),
        windows,
        new Needs(spans(windows), List.copyOf(skills(job)), List.of(), null, isCollected, loads));
  }

  private static Set<String> skills(Job job) {
    return job.getRequiredSkills().values();
  }

  private RouteRequest.Order order(
      Job job, Location location, double service, List<RouteRequest.Window> windows, Needs needs) {
    return new RouteRequest.Order(
            job.getId(),
            placeId(location),
            windows.get(0),
            up(service),
            0,
            0,
            Math.round(price.missedCost(job) * CENTS),
            List.of(),
            null)
        .withNeeds(needs);
  }

  private static List<RouteRequest.Window> windows(Collection<TimeWindow> windows) {
    return windows.stream()
        .sorted((a, b) -> Double.compare(a.getStart(), b.getStart()))
        .map(
            window -> {
              Instant start = instant(up(window.getStart()));
              Instant end = instant(down(window.getEnd()));
              return RouteRequest.Window.hard(start, end.isBefore(start) ? start : end);
            })
        .toList();
  }

  private static List<Needs.Span> spans(List<RouteRequest.Window> windows) {
    return windows.stream().skip(1).map(one -> new Needs.Span(one.start(), one.end())).toList();
  }

  private static Instant instant(double seconds) {
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  private static double up(double seconds) {
    return Math.ceil(Math.min(LATEST_SECONDS, seconds) * 1000 - NOISE) / 1000;
  }

  private static double down(double seconds) {
    return Math.floor(Math.min(LATEST_SECONDS, seconds) * 1000 + NOISE) / 1000;
  }
}

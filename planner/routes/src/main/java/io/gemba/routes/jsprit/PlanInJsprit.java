package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Pickup;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A plan of a compiled problem as jsprit's solution: its vehicles, jobs, times and costs. */
final class PlanInJsprit {
  private static final double TOLERANCE = 1e-3;

  private final CompiledProblem compiled;
  private final VehicleRoutingProblem problem;
  private final SolutionPrice price;

  PlanInJsprit(CompiledProblem compiled, SolutionPrice price) {
    this.compiled = compiled;
    this.price = price;
    problem = compiled.problem;
  }

  VehicleRoutingProblemSolution solution(RouteResult plan) {
    List<VehicleRoute> routes = new ArrayList<>();
    Set<String> served = new HashSet<>();
    for (Route route : plan.routes()) {
      routes.add(route(route));
      route.stops().forEach(stop -> served.add(stop.order()));
    }
    List<Job> open =
        problem.getJobs().values().stream().filter(job -> !served.contains(job.getId())).toList();
    VehicleRoutingProblemSolution solution =
        new VehicleRoutingProblemSolution(routes, new ArrayList<>(open), 0);
    solution.setCost(price.getCosts(solution));
    return solution;
  }

  private VehicleRoute route(Route route) {
    Vehicle vehicle = compiled.vehicle(route.vehicle());
    VehicleRoute.Builder builder =
        VehicleRoute.Builder.newInstance(vehicle)
            .setJobActivityFactory(problem.getJobActivityFactory())
            .setDepartureTime(seconds(route.start()));
    for (Stop stop : route.stops()) {
      add(builder, stop);
    }
    VehicleRoute built = builder.build();
    double time = seconds(route.start());
    var at = vehicle.getStartLocation();
    for (TourActivity activity : built.getActivities()) {
      time += way(at, activity.getLocation(), time, vehicle);
      activity.setArrTime(time);
      time =
          Math.max(time, activity.getTheoreticalEarliestOperationStartTime())
              + activity.getOperationTime();
      activity.setEndTime(time);
      at = activity.getLocation();
    }
    if (vehicle.isReturnToDepot()) {
      time += way(at, vehicle.getEndLocation(), time, vehicle);
    } else {
      built.getEnd().setLocation(at);
    }
    built.getEnd().setArrTime(time);
    return built;
  }

  private double way(
      com.graphhopper.jsprit.core.problem.Location from,
      com.graphhopper.jsprit.core.problem.Location to,
      double time,
      Vehicle vehicle) {
    return problem.getTransportCosts().getTransportTime(from, to, time, null, vehicle);
  }

  private void add(VehicleRoute.Builder builder, Stop stop) {
    Job job = Objects.requireNonNull(problem.getJobs().get(stop.order()));
    double start = seconds(stop.start());
    if (job instanceof Shipment shipment && stop.visit() == Visit.PICKUP) {
      builder.addPickup(shipment, window(shipment.getPickupTimeWindows(), start));
    } else if (job instanceof Shipment shipment) {
      builder.addDelivery(shipment, window(shipment.getDeliveryTimeWindows(), start));
    } else if (job instanceof Delivery delivery) {
      builder.addDelivery(delivery, window(delivery.getTimeWindows(), start));
    } else if (job instanceof Pickup pickup) {
      builder.addPickup(pickup, window(pickup.getTimeWindows(), start));
    } else if (job instanceof Service service) {
      builder.addService(service, window(service.getTimeWindows(), start));
    }
  }

  /** The window that a start of service is in. */
  private static TimeWindow window(Collection<TimeWindow> windows, double start) {
    return windows.stream()
        .filter(one -> start >= one.getStart() - TOLERANCE && start <= one.getEnd() + TOLERANCE)
        .findFirst()
        .orElseThrow();
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}

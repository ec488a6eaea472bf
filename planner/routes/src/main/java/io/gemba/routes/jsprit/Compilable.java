package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.cost.VehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.cost.WaitingTimeCosts;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Pickup;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl.VehicleCostParams;
import com.graphhopper.jsprit.core.util.CrowFlyCosts;
import com.graphhopper.jsprit.core.util.EuclideanCosts;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.GreatCircleCosts;
import com.graphhopper.jsprit.core.util.ManhattanCosts;
import com.graphhopper.jsprit.core.util.VehicleRoutingTransportCostsMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of a jsprit problem our model has no words for. */
final class Compilable {
  /** Costs that do not depend on when a vehicle leaves. */
  private static final Set<Class<? extends VehicleRoutingTransportCosts>> TIMELESS =
      Set.of(
          CrowFlyCosts.class,
          EuclideanCosts.class,
          ManhattanCosts.class,
          GreatCircleCosts.class,
          FastVehicleRoutingTransportCostsMatrix.class,
          VehicleRoutingTransportCostsMatrix.class);

  private static final Set<Class<? extends Job>> JOBS =
      Set.of(Service.class, Pickup.class, Delivery.class, Shipment.class);

  private Compilable() {}

  /** Lists it; empty = the problem can be compiled. */
  static List<String> obstacles(VehicleRoutingProblem problem) {
    List<String> obstacles = new ArrayList<>();
    if (!problem.getInitialVehicleRoutes().isEmpty()) {
      obstacles.add("initial routes");
    }
    if (!TIMELESS.contains(problem.getTransportCosts().getClass())) {
      obstacles.add("transport costs of " + problem.getTransportCosts().getClass().getName());
    }
    if (problem.getActivityCosts().getClass() != WaitingTimeCosts.class) {
      obstacles.add("activity costs of " + problem.getActivityCosts().getClass().getName());
    }
    for (Vehicle vehicle : problem.getVehicles()) {
      VehicleCostParams prices = vehicle.getType().getVehicleCostParams();
      if (vehicle.getBreak() != null) {
        obstacles.add("the break of vehicle '%s'".formatted(vehicle.getId()));
      }
      if (prices.perTransportTimeUnit != prices.perWaitingTimeUnit
          || prices.perTransportTimeUnit != prices.perServiceTimeUnit) {
        obstacles.add(
            "unlike prices of driving, waiting and service of vehicle '%s'"
                .formatted(vehicle.getId()));
      }
    }
    for (Job job : problem.getJobs().values()) {
      if (!JOBS.contains(job.getClass())) {
        obstacles.add("job '%s' of %s".formatted(job.getId(), job.getClass().getName()));
      } else if (job instanceof Shipment shipment && shipment.getPickupTimeWindows().size() > 1) {
        obstacles.add("several pickup windows of shipment '%s'".formatted(job.getId()));
      }
    }
    return obstacles;
  }
}

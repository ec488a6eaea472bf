package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.cost.VehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Break;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.BreakActivity;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl.VehicleCostParams;

/**
 * What a user's jsprit solution costs by the problem's own cost functions: fixed costs, ways and
 * activities as jsprit adds them up. A job that is left out, or a break that is due, costs more
 * than any two ways to it, times jsprit's {@code 11 - priority}.
 */
final class SolutionPrice implements SolutionCostCalculator {
  private static final int LOWEST_PRIORITY = 11;

  private final VehicleRoutingProblem problem;
  private final double missedCost;

  SolutionPrice(VehicleRoutingProblem problem) {
    this.problem = problem;
    missedCost = missedCost(problem);
  }

  private static double missedCost(VehicleRoutingProblem problem) {
    VehicleRoutingTransportCosts costs = problem.getTransportCosts();
    double dearest = 1;
    for (Vehicle vehicle : problem.getVehicles()) {
      VehicleCostParams prices = vehicle.getType().getVehicleCostParams();
      double farthest = 0;
      for (Job job : problem.getJobs().values()) {
        double there = 0;
        for (var activity : job.getActivities()) {
          var start = vehicle.getStartLocation();
          if (activity.getLocation() != null) {
            there +=
                costs.getTransportCost(start, activity.getLocation(), 0, null, vehicle)
                    + costs.getTransportCost(activity.getLocation(), start, 0, null, vehicle);
          }
        }
        farthest = Math.max(farthest, there);
      }
      dearest = Math.max(dearest, prices.fix + 4 * farthest);
    }
    return dearest;
  }

  /** What it costs to leave a job out. */
  double missedCost(Job job) {
    return missedCost * (LOWEST_PRIORITY - job.getPriority());
  }

  @Override
  public double getCosts(VehicleRoutingProblemSolution solution) {
    double costs = 0;
    for (VehicleRoute route : solution.getRoutes()) {
      costs += cost(route);
    }
    for (Job job : solution.getUnassignedJobs()) {
      costs += missedCost(job);
    }
    return costs;
  }

  private double cost(VehicleRoute route) {
    if (route.isEmpty()) {
      return 0;
    }
    VehicleRoutingTransportCosts ways = problem.getTransportCosts();
    Vehicle vehicle = route.getVehicle();
    Driver driver = route.getDriver();
    double cost = vehicle.getType().getVehicleCostParams().fix;
    double time = route.getDepartureTime();
    var at = route.getStart().getLocation();
    boolean hasBreak = false;
    for (TourActivity activity : route.getActivities()) {
      var to = activity.getLocation();
      cost += ways.getTransportCost(at, to, time, driver, vehicle);
      time += ways.getTransportTime(at, to, time, driver, vehicle);
      cost += problem.getActivityCosts().getActivityCost(activity, time, driver, vehicle);
      time =
          Math.max(time, activity.getTheoreticalEarliestOperationStartTime())
              + problem.getActivityCosts().getActivityDuration(activity, time, driver, vehicle);
      at = to;
      hasBreak |= activity instanceof BreakActivity;
    }
    if (vehicle.isReturnToDepot()) {
      var end = route.getEnd().getLocation();
      cost += ways.getTransportCost(at, end, time, driver, vehicle);
      time += ways.getTransportTime(at, end, time, driver, vehicle);
    }
    Break due = vehicle.getBreak();
    boolean isMissed = due != null && !hasBreak && time > due.getTimeWindow().getEnd();
    return cost + (isMissed ? missedCost : 0);
  }
}

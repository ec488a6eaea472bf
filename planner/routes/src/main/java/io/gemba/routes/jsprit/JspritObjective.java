package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;

/** Prices jsprit's plans as the result will be priced: late departure, lateness, losses and all. */
final class JspritObjective implements SolutionCostCalculator {
  private final JspritProblem problem;

  JspritObjective(JspritProblem problem) {
    this.problem = problem;
  }

  @Override
  public double getCosts(VehicleRoutingProblemSolution solution) {
    RouteModel model = problem.model;
    double cents = 0;
    for (VehicleRoute route : solution.getRoutes()) {
      int[] orders = route.getActivities().stream().mapToInt(problem.costs::order).toArray();
      cents += Tour.of(model, problem.vehicleIndex(route.getVehicle()), orders).cents();
    }
    for (Job job : solution.getUnassignedJobs()) {
      cents += model.order(problem.orderIndex(job)).undeliveredCents();
    }
    return cents;
  }
}

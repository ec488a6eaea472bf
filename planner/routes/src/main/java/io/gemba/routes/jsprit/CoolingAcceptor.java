package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.acceptor.SolutionAcceptor;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import java.util.Collection;
import java.util.function.DoubleSupplier;

/**
 * Threshold acceptance on the search's progress rather than on jsprit's fixed iteration count: a
 * plan replaces the current one when it is dearer by less than a share that falls to zero (Schrimpf
 * et al. 2000, with a linear fall).
 */
final class CoolingAcceptor implements SolutionAcceptor {
  private final double firstShare;
  private final DoubleSupplier progress;

  /**
   * @param firstShare of the current cost that a plan may be dearer by at the start
   * @param progress share of the search that is over, 0 to 1
   */
  CoolingAcceptor(double firstShare, DoubleSupplier progress) {
    this.firstShare = firstShare;
    this.progress = progress;
  }

  @Override
  public boolean acceptSolution(
      Collection<VehicleRoutingProblemSolution> solutions, VehicleRoutingProblemSolution fresh) {
    if (solutions.isEmpty()) {
      solutions.add(fresh);
      return true;
    }
    double current =
        solutions.stream().mapToDouble(VehicleRoutingProblemSolution::getCost).min().orElse(0);
    double dearerBy = firstShare * current * Math.max(0, 1 - progress.getAsDouble());
    if (fresh.getCost() < current + dearerBy) {
      solutions.clear();
      solutions.add(fresh);
      return true;
    }
    return false;
  }
}

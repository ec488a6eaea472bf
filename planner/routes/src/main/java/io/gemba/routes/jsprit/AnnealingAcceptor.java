package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.acceptor.SolutionAcceptor;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import java.util.Collection;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Simulated annealing on the search's progress as an acceptor of jsprit: one plan is kept, and a
 * dearer one replaces it with a probability that falls. The temperature is a share of what a job
 * costs on average.
 */
final class AnnealingAcceptor implements SolutionAcceptor {
  private static final double FIRST_SHARE = 0.3;
  private static final double LAST_SHARE = 0.002;

  private final int jobs;
  private final DoubleSupplier progress;
  private final Random random;

  /**
   * @param jobs of the problem
   * @param progress share of the search that is over, 0 to 1
   */
  AnnealingAcceptor(int jobs, DoubleSupplier progress, Random random) {
    this.jobs = Math.max(1, jobs);
    this.progress = progress;
    this.random = random;
  }

  @Override
  public boolean acceptSolution(
      Collection<VehicleRoutingProblemSolution> solutions, VehicleRoutingProblemSolution fresh) {
    double current =
        solutions.stream()
            .mapToDouble(VehicleRoutingProblemSolution::getCost)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double scale = Math.abs(fresh.getCost()) / jobs;
    double share = Math.pow(LAST_SHARE / FIRST_SHARE, Math.min(1, progress.getAsDouble()));
    double temperature = scale * FIRST_SHARE * share;
    if (fresh.getCost() < current - temperature * Math.log(1 - random.nextDouble())) {
      solutions.clear();
      solutions.add(fresh);
      return true;
    }
    return false;
  }
}

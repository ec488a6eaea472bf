package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import org.jspecify.annotations.Nullable;

/**
 * What a user adds to a jsprit problem. jsprit's own rules about loads, windows and skills are
 * added by the search.
 *
 * @param states of the user's constraints
 * @param constraints hard and soft ones
 * @param objective what a solution costs; null = the problem's own costs
 */
public record OwnRules(
    StateManager states,
    ConstraintManager constraints,
    @Nullable SolutionCostCalculator objective) {

  /** No rules yet, to add some to. */
  public static OwnRules none(VehicleRoutingProblem problem) {
    StateManager states = new StateManager(problem);
    return new OwnRules(states, new ConstraintManager(problem, states), null);
  }
}

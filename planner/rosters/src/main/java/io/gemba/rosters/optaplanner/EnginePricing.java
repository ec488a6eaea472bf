package io.gemba.rosters.optaplanner;

import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.engine.RunningPrice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The engine's price as OptaPlanner's score, in place of constraint streams: what its own local
 * search makes of a price that costs little. The empty roster's price is part of it.
 */
public class EnginePricing implements IncrementalScoreCalculator<PeerPlan, HardSoftLongScore> {
  private @Nullable RunningPrice price;

  /** For OptaPlanner. */
  public EnginePricing() {}

  @Override
  public void resetWorkingSolution(PeerPlan plan) {
    Problem problem = plan.problem();
    price = new RunningPrice(problem, plan.roster());
  }

  @Override
  public void beforeEntityAdded(Object entity) {}

  @Override
  public void afterEntityAdded(Object entity) {}

  @Override
  public void beforeVariableChanged(Object entity, String variable) {}

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    PeerCell cell = (PeerCell) entity;
    Integer value = cell.getValue();
    running().set(cell.row(), cell.day(), value == null ? 0 : value);
  }

  @Override
  public void beforeEntityRemoved(Object entity) {}

  @Override
  public void afterEntityRemoved(Object entity) {}

  @Override
  public HardSoftLongScore calculateScore() {
    return HardSoftLongScore.of(-running().hard(), -running().soft());
  }

  private RunningPrice running() {
    return Objects.requireNonNull(price, "resetWorkingSolution comes first");
  }
}

package io.gemba.rosters.optaplanner;

import io.gemba.rosters.compile.CompiledRoster;
import io.gemba.rosters.engine.Engine;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import io.gemba.rosters.optaplanner.RosterSearch.Score;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;

/**
 * A phase of OptaPlanner in which our engine searches: it takes the working roster, and gives back
 * the best one it found, which OptaPlanner then scores with the constraint streams.
 */
final class EnginePhase implements CustomPhaseCommand<RosterPlan> {
  private final RosterModel model;
  private final CompiledRoster compiled;
  private final Engine.Options options;
  private final BooleanSupplier cancelled;
  private final Consumer<Score> better;
  private long proposals;

  EnginePhase(
      RosterModel model,
      CompiledRoster compiled,
      Engine.Options options,
      BooleanSupplier cancelled,
      Consumer<Score> better) {
    this.model = model;
    this.compiled = compiled;
    this.options = options;
    this.cancelled = cancelled;
    this.better = better;
  }

  @Override
  public void changeWorkingSolution(ScoreDirector<RosterPlan> director) {
    RosterPlan plan = director.getWorkingSolution();
    Engine.Found found =
        Engine.solve(
            compiled.problem(),
            compiled.roster(plan.roster(model)),
            options,
            (roster, hard, soft) -> better.accept(new Score(hard, soft)),
            cancelled);
    proposals = found.proposals();
    Duty[][] duties = compiled.duties(found.roster());
    for (PersonDay day : plan.days()) {
      Duty duty = duties[day.employee().index()][day.day()];
      if (day.getDuty() != duty) {
        director.beforeVariableChanged(day, "duty");
        day.setDuty(duty);
        director.afterVariableChanged(day, "duty");
      }
    }
    director.triggerVariableListeners();
  }

  /** Steps that the engine tried. */
  long proposals() {
    return proposals;
  }
}

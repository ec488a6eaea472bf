package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Duty;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some days new duties at once. Immutable. */
final class SetDutiesMove extends AbstractMove<RosterPlan> {
  private static final String DUTY = "duty";

  private final List<PersonDay> days;
  private final List<Duty> duties;

  /**
   * @param days each at most once
   * @param duties one for each day, open to it
   */
  SetDutiesMove(List<PersonDay> days, List<Duty> duties) {
    this.days = List.copyOf(days);
    this.duties = List.copyOf(duties);
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<RosterPlan> director) {
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i).getDuty() != duties.get(i)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected AbstractMove<RosterPlan> createUndoMove(ScoreDirector<RosterPlan> director) {
    return new SetDutiesMove(days, days.stream().map(PersonDay::getDuty).toList());
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<RosterPlan> director) {
    for (int i = 0; i < days.size(); i++) {
      PersonDay day = days.get(i);
      if (day.getDuty() != duties.get(i)) {
        director.beforeVariableChanged(day, DUTY);
        day.setDuty(duties.get(i));
        director.afterVariableChanged(day, DUTY);
      }
    }
  }

  @Override
  public SetDutiesMove rebase(ScoreDirector<RosterPlan> destination) {
    return new SetDutiesMove(rebaseList(days, destination), duties);
  }

  @Override
  public Collection<?> getPlanningEntities() {
    return days;
  }

  @Override
  public Collection<?> getPlanningValues() {
    return duties;
  }

  @Override
  public String toString() {
    return days + " -> " + duties;
  }
}

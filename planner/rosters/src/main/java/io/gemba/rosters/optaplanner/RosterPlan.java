package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/**
 * Planning solution: every employee's every day. The soft score is in cent-minutes, sixtieths of a
 * cent.
 */
@PlanningSolution
public final class RosterPlan {
  @PlanningEntityCollectionProperty private List<PersonDay> days;
  @PlanningScore private @Nullable HardSoftLongScore score;

  /** For OptaPlanner, which fills the fields of its copies. */
  @SuppressWarnings("NullAway.Init")
  RosterPlan() {}

  RosterPlan(RosterModel model, Duty[][] roster) {
    days = new ArrayList<>();
    for (List<DayFrame> row : model.frames()) {
      for (DayFrame frame : row) {
        days.add(new PersonDay(frame, roster[frame.employee().index()][frame.day()]));
      }
    }
  }

  List<PersonDay> days() {
    return days;
  }

  @Nullable HardSoftLongScore score() {
    return score;
  }

  Duty[][] roster(RosterModel model) {
    Duty[][] roster = new Duty[model.frames().size()][model.request().days()];
    days.forEach(day -> roster[day.employee().index()][day.day()] = day.getDuty());
    return roster;
  }
}

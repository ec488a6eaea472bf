package io.gemba.rosters.optaplanner;

import io.gemba.rosters.engine.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** A benchmark as OptaPlanner plans it by itself. */
@PlanningSolution
@SuppressWarnings("UnusedVariable") // OptaPlanner reads the fields
public class PeerPlan {
  @ProblemFactCollectionProperty private List<Problem> problem = List.of();
  @ProblemFactCollectionProperty private List<PeerBrings> brings = List.of();
  @PlanningEntityCollectionProperty private List<PeerCell> cells = List.of();
  @PlanningScore private @Nullable HardSoftLongScore score;

  /** For OptaPlanner's clones. */
  public PeerPlan() {}

  PeerPlan(Problem problem) {
    this.problem = List.of(problem);
    brings =
        problem.listRows().get(0).cover().list(problem.days(), problem.values()).stream()
            .map(one -> new PeerBrings(one.day(), one.value(), one.unit(), one.amount()))
            .toList();
    cells = new ArrayList<>();
    for (int row = 0; row < problem.rows(); row++) {
      for (int day = 0; day < problem.days(); day++) {
        int[] open = problem.listRows().get(row).open()[day];
        cells.add(new PeerCell(cells.size(), row, day, Arrays.stream(open).boxed().toList()));
      }
    }
  }

  Problem problem() {
    return problem.get(0);
  }

  List<PeerCell> cells() {
    return cells;
  }

  /** The roster as the engine has it. */
  short[] roster() {
    short[] roster = new short[cells.size()];
    for (PeerCell cell : cells) {
      Integer value = cell.getValue();
      roster[cell.id()] = value == null ? 0 : value.shortValue();
    }
    return roster;
  }
}

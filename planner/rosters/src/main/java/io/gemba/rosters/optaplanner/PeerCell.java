package io.gemba.rosters.optaplanner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** One person's day in a benchmark as OptaPlanner plans it by itself. */
@PlanningEntity
public class PeerCell {
  @PlanningId private int id;
  private int row;
  private int day;
  private List<Integer> open = List.of();

  @PlanningVariable(valueRangeProviderRefs = "open")
  private @Nullable Integer value;

  /** For OptaPlanner's clones. */
  public PeerCell() {}

  PeerCell(int id, int row, int day, List<Integer> open) {
    this.id = id;
    this.row = row;
    this.day = day;
    this.open = open;
  }

  /** Number of the cell. */
  public int id() {
    return id;
  }

  /** Number of the person. */
  public int row() {
    return row;
  }

  /** Day, 0 = first. */
  public int day() {
    return day;
  }

  /** Values that may be chosen. */
  @ValueRangeProvider(id = "open")
  public List<Integer> getOpen() {
    return open;
  }

  /** Value of the engine's problem; null = not decided yet. */
  public @Nullable Integer getValue() {
    return value;
  }

  /** Decides. */
  public void setValue(@Nullable Integer value) {
    this.value = value;
  }
}

package io.gemba.planner.roster;

import io.gemba.planner.store.PlanTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes drafts of rosters: what changes against the one in force, and what it follows from. */
final class RosterDraft {
  private final RosterInputs inputs;
  private final Instant now;

  RosterDraft(RosterInputs inputs, Instant now) {
    this.inputs = inputs;
    this.now = now;
  }

  /**
   * @param id unique
   * @param reason one sentence
   * @param causes ids it follows from; those of the draft that it takes the place of are added
   * @param plans in force and waiting when it was made
   */
  PlanTable.Draft of(
      String id,
      String reason,
      List<String> causes,
      RosterInputs.Plans plans,
      RosterDocument document) {
    Set<String> all = new LinkedHashSet<>(causes);
    plans.draft().ifPresent(draft -> all.addAll(draft.causes()));
    LocalDate today = inputs.today();
    int changes =
        plans
            .publishedDocument()
            .map(before -> document.changesFrom(before, today))
            .orElse(document.result().assignments().size());
    return new PlanTable.Draft(
        "roster-draft-" + id,
        RosterInputs.SLOT,
        plans.version(),
        now,
        reason,
        List.copyOf(all),
        changes,
        document.result().costs().totalCents(),
        document.result().baselineCosts().totalCents(),
        document.json());
  }
}

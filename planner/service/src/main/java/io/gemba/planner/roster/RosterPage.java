package io.gemba.planner.roster;

import io.gemba.planner.jobs.Job;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.resources.Absences;
import io.gemba.rosters.RosterResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the console's page of rosters shows. */
final class RosterPage {
  private final RosterDesk.Tools tools;
  private final RosterInputs inputs;
  private final Names names;

  RosterPage(RosterDesk.Tools tools, RosterInputs inputs) {
    this.tools = tools;
    this.inputs = inputs;
    this.names = new Names(tools.site());
  }

  /** The roster as it stands. */
  RosterView view() {
    return tools
        .store()
        .call(
            transaction -> {
              RosterInputs.Plans plans = inputs.plans(transaction);
              return view(plans, inputs.absences(transaction));
            });
  }

  private RosterView view(RosterInputs.Plans plans, Absences absences) {
    Optional<Job> running = tools.jobs().findRunning(RosterDesk.PAGE);
    RosterDocument published = plans.publishedDocument().orElse(null);
    RosterDocument draft = plans.draftDocument().orElse(null);
    RosterDocument shown = draft == null ? published : draft;
    RosterViews views = new RosterViews(tools.site(), absences);
    LocalDate today = inputs.today();
    return new RosterView(
        running.isPresent() ? "planning" : "idle",
        PlanViews.progress(running),
        PlanViews.published(plans.published()),
        PlanViews.draft(plans.draft()),
        shown == null ? null : shown.firstDay(),
        shown == null ? null : shown.request().endDay().minusDays(1),
        shown == null ? List.of() : shown.firstDay().datesUntil(shown.request().endDay()).toList(),
        shown == null ? List.of() : views.people(shown, draft == null ? null : published),
        shown == null ? List.of() : views.cover(shown),
        shown == null ? List.of() : views.gaps(shown, today),
        shown == null ? List.of() : RosterViews.costs(shown),
        shown == null ? List.of() : RosterViews.rules(shown));
  }

  /** Why somebody works on a day of a roster; empty when it does not know them or the day. */
  Optional<RosterView.WhyView> why(RosterDocument shown, String person, LocalDate day) {
    boolean isThere =
        !day.isBefore(shown.firstDay())
            && day.isBefore(shown.request().endDay())
            && shown.request().people().stream().anyMatch(one -> one.id().equals(person));
    return isThere
        ? Optional.of(view(tools.explainer().why(shown.request(), shown.cells(), person, day)))
        : Optional.empty();
  }

  private RosterView.WhyView view(RosterResult.Why why) {
    return new RosterView.WhyView(
        why.person(),
        why.day(),
        why.shift(),
        why.reasons().stream().map(reason -> names.in(reason, why.person())).toList(),
        why.alternatives().stream()
            .map(
                other ->
                    new RosterView.AlternativeRow(
                        other.person(),
                        names.of(other.person()),
                        other.shift(),
                        other.deltaCents(),
                        other.blockedBy()))
            .toList());
  }
}

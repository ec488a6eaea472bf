package io.gemba.planner.roster;

import io.gemba.planner.jobs.Job;
import io.gemba.planner.store.ActTable;
import io.gemba.planner.store.PlanTable;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One planning run: reads what is known, searches, and opens a draft. */
final class RosterPlanning {
  private static final Logger LOG = LoggerFactory.getLogger(RosterPlanning.class);

  private final RosterDesk.Tools tools;
  private final RosterInputs inputs;
  private final double seconds;

  RosterPlanning(RosterDesk.Tools tools, RosterInputs inputs, double seconds) {
    this.tools = tools;
    this.inputs = inputs;
    this.seconds = seconds;
  }

  /** What a search found, as a draft. */
  private record Made(PlanTable.Draft draft, List<ActTable.Act> acts) {}

  /**
   * Plans and opens the draft; once more when another roster was published meanwhile. Where people
   * have called in sick and no draft waits, the roster in force with few changes is a draft at
   * once, and stays it when the search finds nothing cheaper.
   *
   * @return the draft's id
   */
  String plan(Job job, RosterDesk.Reason reason) {
    Optional<PlanTable.Draft> repaired = repair(job, reason);
    PlanTable.Draft draft = search(job, reason, repaired);
    tools.counters().planned("ROSTER", job.seconds());
    LOG.info("Roster draft: {} ({} changes)", reason.text(), draft.changes());
    return draft.draftId();
  }

  private PlanTable.Draft search(
      Job job, RosterDesk.Reason reason, Optional<PlanTable.Draft> repaired) {
    Made made = make(job, reason);
    if (repaired.isPresent() && repaired.get().costCents() <= made.draft().costCents()) {
      return repaired.get();
    }
    while (!keep(made)) {
      LOG.info("A roster was published meanwhile; planned again");
      made = make(job, reason);
    }
    return made.draft();
  }

  private boolean keep(Made made) {
    return tools
        .store()
        .call(
            transaction -> {
              boolean open = tools.store().plans().open(transaction, made.draft());
              if (open) {
                made.acts().forEach(act -> tools.store().acts().put(transaction, act));
              }
              return open;
            });
  }

  private Optional<PlanTable.Draft> repair(Job job, RosterDesk.Reason reason) {
    RosterInputs.Plans plans = tools.store().call(inputs::plans);
    Optional<RosterDocument> published = plans.publishedDocument();
    if (published.isEmpty() || plans.draft().isPresent() || !reason.extras().isEmpty()) {
      return Optional.empty();
    }
    RosterBasis basis =
        tools.store().call(transaction -> inputs.basis(transaction, plans, List.of()));
    Optional<PlanTable.Draft> draft =
        answer(basis, published.get(), new RosterRepair(published.get(), inputs.now())::of)
            .map(document -> draft(job.id() + "-repair", reason, plans, document))
            .filter(one -> keep(new Made(one, List.of())));
    draft.ifPresent(
        one -> {
          LOG.info("Roster repaired: {} ({} changes)", reason.text(), one.changes());
          tools.hub().changed(RosterDesk.PAGE);
        });
    return draft;
  }

  private Made make(Job job, RosterDesk.Reason reason) {
    RosterInputs.Plans plans = tools.store().call(inputs::plans);
    RosterDocument published = plans.publishedDocument().orElse(null);
    RosterBasis basis =
        tools.store().call(transaction -> inputs.basis(transaction, plans, reason.extras()));
    RosterDocument document = solve(job, basis, published);
    List<ActTable.Act> acts = new ArrayList<>();
    if (!reason.extras().isEmpty()) {
      List<ExtraHeads> others = new ArrayList<>(basis.extras());
      others.removeAll(reason.extras());
      RosterDocument without = solve(job, basis.withExtras(others), published);
      long cents = document.result().costs().totalCents() - without.result().costs().totalCents();
      acts.add(act(job, reason, cents));
    }
    return new Made(draft(job.id(), reason, plans, document), acts);
  }

  private PlanTable.Draft draft(
      String id, RosterDesk.Reason reason, RosterInputs.Plans plans, RosterDocument document) {
    return new RosterDraft(inputs, tools.clock().instant())
        .of(id, reason.text(), reason.causes(), plans, document);
  }

  private RosterDocument solve(Job job, RosterBasis basis, @Nullable RosterDocument published) {
    return answer(
            basis,
            published,
            request ->
                Optional.of(
                    tools
                        .solver()
                        .solve(
                            request,
                            progress -> job.improved(progress.costCents()),
                            job::isCancelled)))
        .orElseThrow();
  }

  private Optional<RosterDocument> answer(
      RosterBasis basis,
      @Nullable RosterDocument published,
      Function<RosterRequest, Optional<RosterResult>> how) {
    RosterQuestion question = new RosterQuestion(basis, published, inputs.now());
    List<Need> needs = question.needs();
    RosterRequest request = question.request(needs, seconds);
    return how.apply(request)
        .map(result -> new RosterDocument(request, result, needs, basis.extras()));
  }

  private ActTable.Act act(Job job, RosterDesk.Reason reason, long cents) {
    int hours =
        reason.extras().stream()
            .mapToInt(extra -> (extra.toHour() - extra.fromHour()) * extra.heads())
            .sum();
    ExtraHeads first = reason.extras().get(0);
    return new ActTable.Act(
        "roster-act-" + job.id(),
        "schedules",
        "Extra shift for " + first.skill(),
        "%d hours more at %s from %s".formatted(hours, first.place(), first.day()),
        cents,
        reason.causes(),
        tools.clock().instant());
  }
}

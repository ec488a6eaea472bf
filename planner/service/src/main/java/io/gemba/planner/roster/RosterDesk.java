package io.gemba.planner.roster;

import io.gemba.message.Plan;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.health.Counters;
import io.gemba.planner.jobs.Job;
import io.gemba.planner.jobs.Jobs;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.plans.Publisher;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.output.RosterCalendar;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans, shows, explains and publishes rosters. Thread safe. */
public final class RosterDesk {
  /** Page and job name. */
  public static final String PAGE = "roster";

  private final Tools tools;
  private final RosterInputs inputs;
  private final double seconds;

  /**
   * What it works with.
   *
   * @param site the business
   * @param store where plans are kept
   * @param jobs where planning runs
   * @param hub who is told
   * @param counters what is counted
   * @param clock what time it is
   * @param solver what finds rosters
   * @param explainer what says why
   */
  public record Tools(
      Site site,
      Store store,
      Jobs jobs,
      EventHub hub,
      Counters counters,
      Clock clock,
      RosterSolver solver,
      RosterExplainer explainer) {}

  /** Says why somebody works a shift, or does not. */
  @FunctionalInterface
  public interface RosterExplainer {
    /** Reasons and alternatives for one cell of a roster. */
    RosterResult.Why why(
        RosterRequest request, List<RosterRequest.Cell> cells, String person, LocalDate day);
  }

  /**
   * Why a roster is to be made.
   *
   * @param text one sentence for a person
   * @param causes ids it follows from
   * @param extras work on top; when there is any, its price is found by planning without it too
   */
  public record Reason(String text, List<String> causes, List<ExtraHeads> extras) {
    /** A reason without causes. */
    public static Reason of(String text) {
      return new Reason(text, List.of(), List.of());
    }
  }

  /**
   * @param seconds time to search
   * @param days days a roster covers
   * @param vansOut vans of the published routes
   */
  public RosterDesk(Tools tools, double seconds, int days, VanCount vansOut) {
    this.tools = tools;
    this.seconds = seconds;
    this.inputs = new RosterInputs(tools.store(), tools.site(), tools.clock(), days, vansOut::on);
  }

  /** Which vans the published routes of days use. */
  @FunctionalInterface
  public interface VanCount {
    /** Vans by day; days without published routes are not there. */
    Map<LocalDate, Integer> on(
        io.gemba.planner.store.Transaction transaction, List<LocalDate> days);
  }

  /** Whether this site has anybody to roster. */
  public boolean isStaffed() {
    return !tools.site().shifts().isEmpty()
        && tools.site().people().stream().anyMatch(person -> !person.skills().isEmpty());
  }

  /** Starts to plan; the draft appears when it is done. */
  public String plan(Reason reason) {
    return tools.jobs().submit(PAGE, job -> plan(job, reason));
  }

  /** Questions about single cells of the shown roster, and changes of them by hand. */
  public RosterEditing editing() {
    return new RosterEditing(tools, inputs);
  }

  /** The roster as it stands. */
  public RosterView view() {
    return new RosterPage(tools, inputs).view();
  }

  /** The roster that is shown: the draft if there is one. */
  public Optional<RosterDocument> findShown() {
    RosterInputs.Plans plans = tools.store().call(inputs::plans);
    return plans.draftDocument().or(plans::publishedDocument);
  }

  /** Shifts on a day of people rostered to drive, by the roster in force. */
  public List<Plan.Shift> driving(LocalDate day) {
    return findPublished()
        .map(
            document ->
                document.result().assignments().stream()
                    .filter(one -> one.day().equals(day))
                    .filter(one -> one.skill().equals(NeedRule.DRIVE))
                    .map(one -> RosterPublication.shift(one, tools.site().zone()))
                    .toList())
        .orElse(List.of());
  }

  /** The roster in force. */
  public Optional<RosterDocument> findPublished() {
    return tools.store().call(inputs::plans).publishedDocument();
  }

  /**
   * Somebody's shifts of the roster in force as an iCalendar feed; empty when nobody has that id.
   */
  public Optional<String> calendar(String person) {
    if (tools.site().people().stream().noneMatch(one -> one.id().equals(person))) {
      return Optional.empty();
    }
    RosterInputs.Plans plans = tools.store().call(inputs::plans);
    return plans
        .publishedDocument()
        .map(
            document ->
                RosterCalendar.write(
                    document.result(),
                    person,
                    tools.site().zone(),
                    plans.published().orElseThrow().publishedAt()));
  }

  /** Compares people needed when a roster was made with people needed now, from a day on. */
  @FunctionalInterface
  public interface Comparison {
    /** One sentence about what has grown; empty when nothing has. */
    Optional<String> of(List<Need> before, List<Need> now, LocalDate from);
  }

  /** What has happened since the shown roster was made that makes it worth planning again. */
  public Optional<String> newsOf(Comparison surge) {
    return tools
        .store()
        .call(
            transaction -> {
              RosterInputs.Plans plans = inputs.plans(transaction);
              RosterBasis basis = inputs.basis(transaction, plans, List.of());
              RosterDocument published = plans.publishedDocument().orElse(null);
              List<Need> needs = new RosterQuestion(basis, published, inputs.now()).needs();
              return new RosterNews(tools.site(), basis, needs, inputs.today())
                  .since(plans.draftDocument().or(plans::publishedDocument), surge);
            });
  }

  /** How many gaps of the shown roster lie ahead. */
  public int openGaps() {
    LocalDate today = inputs.today();
    return findShown()
        .map(
            shown ->
                (int)
                    shown.result().gaps().stream()
                        .filter(gap -> !gap.day().isBefore(today))
                        .count())
        .orElse(0);
  }

  /**
   * Publishes a draft.
   *
   * @return the plan in force then; empty when the draft was overtaken more than a moment ago or
   *     was made from another version
   * @throws RosterCheck.BrokenRulesException when the checker finds a hard rule broken or another
   *     price
   */
  public Optional<PlanViews.PublishedView> publish(String draftId, String who) {
    Publisher publisher = new Publisher(tools.store(), tools.counters());
    Optional<PlanTable.Draft> draft =
        publisher.findDraft(draftId, RosterInputs.SLOT::equals, tools.clock().instant());
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    RosterDocument document = RosterDocument.parse(draft.get().body());
    RosterCheck.check(document);
    RosterPublication publication =
        new RosterPublication(tools.site(), tools.clock().instant(), draft.get(), document);
    boolean won = publisher.publish(draft.get(), publication.publication(who));
    tools.hub().changed(PAGE);
    tools.hub().changed("strip");
    tools.hub().changed("chains");
    return won ? publisher.findInForce(RosterInputs.SLOT) : Optional.empty();
  }

  /**
   * Why somebody works on a day of the shown roster; empty when there is no roster for that day.
   */
  public Optional<RosterView.WhyView> why(String person, LocalDate day) {
    return findShown().flatMap(shown -> new RosterPage(tools, inputs).why(shown, person, day));
  }

  private void plan(Job job, Reason reason) {
    String draftId = new RosterPlanning(tools, inputs, seconds).plan(job, reason);
    if (findPublished().isEmpty()) {
      publish(draftId, "planner");
    }
    tools.hub().changed("chains");
  }
}

package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.message.Plan;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.health.Counters;
import io.gemba.planner.jobs.Job;
import io.gemba.planner.jobs.Jobs;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.plans.Publisher;
import io.gemba.planner.resources.Absences;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.planner.store.VanReport;
import io.gemba.routes.RouteQuotes;
import io.gemba.routes.check.RouteChecker;
import io.gemba.routes.model.TravelMemory;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans, shows and publishes each day's routes. Thread safe. */
public final class RouteDesk {
  /** Page and job name. */
  public static final String PAGE = "routes";

  private static final int QUOTES = 3;

  private final Tools tools;
  private final RouteInputs inputs;
  private final double seconds;
  private final int threads;
  private final TravelMemory memory = new TravelMemory();

  /**
   * What it works with.
   *
   * @param site the business
   * @param store where plans are kept
   * @param jobs where planning runs
   * @param hub who is told
   * @param counters what is counted
   * @param clock what time it is
   * @param solver what finds routes
   * @param drivers who is rostered to drive
   */
  public record Tools(
      Site site,
      Store store,
      Jobs jobs,
      EventHub hub,
      Counters counters,
      Clock clock,
      RouteSolver solver,
      Drivers drivers) {}

  /** Who drives when, by the published roster. */
  @FunctionalInterface
  public interface Drivers {
    /** Shifts on a day of people rostered to drive. */
    List<Plan.Shift> on(LocalDate day);
  }

  /**
   * Why routes are to be made.
   *
   * @param text one sentence for a person
   * @param causes ids it follows from
   * @param reloads deliveries on top that nobody has ordered; their price is found by planning
   *     without them too
   */
  public record Reason(String text, List<String> causes, List<Order> reloads) {
    /** A reason without causes. */
    public static Reason of(String text) {
      return new Reason(text, List.of(), List.of());
    }
  }

  /**
   * @param seconds time to search
   * @param threads a search may use
   */
  public RouteDesk(Tools tools, double seconds, int threads) {
    this.tools = tools;
    this.seconds = seconds;
    this.threads = threads;
    this.inputs = new RouteInputs(tools.store(), tools.site(), tools.clock(), memory);
  }

  /** Today in the site's zone. */
  public LocalDate today() {
    return inputs.today();
  }

  /** Whether this site has anything that drives. */
  public boolean hasVans() {
    return !tools.site().vehicles().isEmpty();
  }

  /** Starts to plan a day; the draft appears when it is done. */
  public String plan(LocalDate day, Reason reason) {
    return tools.jobs().submit(PAGE, job -> plan(job, day, reason));
  }

  /** What waits for a decision about a day: orders not in the plan that is shown. */
  public Optional<String> newsOf(LocalDate day) {
    return tools
        .store()
        .call(
            transaction -> {
              RouteInputs.Plans plans = inputs.plans(transaction, day);
              return RouteNews.of(
                  inputs.orders(transaction, day, plans.publishedDocument()),
                  plans.shown(),
                  plans
                      .shown()
                      .map(shown -> inputs.live(transaction, day, shown).lateVans())
                      .orElse(List.of()),
                  van -> isAway(transaction, van, day));
            });
  }

  /** A day's routes as they stand. */
  public RoutesView view(LocalDate day) {
    RouteInputs.Plans plans = tools.store().call(transaction -> inputs.plans(transaction, day));
    Optional<RouteViews> views =
        plans
            .shown()
            .map(
                shown ->
                    new RouteViews(
                        tools.site(),
                        shown,
                        tools.drivers().on(day),
                        inputs.live(day, shown).routes()));
    Optional<Job> running = tools.jobs().findRunning(PAGE);
    return new RoutesView(
        day,
        running.isPresent() ? "planning" : "idle",
        PlanViews.progress(running),
        PlanViews.published(plans.published()),
        PlanViews.draft(plans.draft()),
        views.map(RouteViews::routes).orElse(List.of()),
        views.map(RouteViews::unassigned).orElse(List.of()),
        views.map(RouteViews::costs).orElse(List.of()));
  }

  /** Vans on the road by day, where routes are published. */
  public Map<LocalDate, Integer> vansOut(Transaction transaction, List<LocalDate> days) {
    Map<LocalDate, Integer> out = new HashMap<>();
    for (LocalDate day : days) {
      inputs
          .plans(transaction, day)
          .publishedDocument()
          .ifPresent(document -> out.put(day, document.routes().size()));
    }
    return out;
  }

  /** Sends each van its route of a day again, as published. */
  public void tellDrivers(LocalDate day) {
    tools
        .store()
        .run(
            transaction ->
                inputs
                    .plans(transaction, day)
                    .published()
                    .ifPresent(
                        plan ->
                            new DriverMessages(tools.site(), tools.store())
                                .send(transaction, plan, tools.drivers().on(day))));
  }

  /**
   * Who could bring one more order, as the routes that people see stand.
   *
   * @param order to a place of the site; nothing is changed or kept
   * @return empty when no routes are planned for its day
   */
  public Optional<RouteQuotes.Answer> quote(Order order) {
    LocalDate day = LocalDate.ofInstant(order.windowStart(), tools.site().zone());
    RouteInputs.Plans plans = tools.store().call(transaction -> inputs.plans(transaction, day));
    Instant now = tools.clock().instant();
    RouteQuestion question =
        new RouteQuestion(
            tools.site(),
            day,
            tools.store().call(inputs::absences),
            plans.publishedDocument().map(one -> inputs.cut(day, one)).orElse(null),
            now);
    return plans
        .shown()
        .map(
            shown ->
                new RouteQuotes(shown.request(), shown.result(), memory)
                    .ask(question.unplanned(order), QUOTES, now));
  }

  /**
   * Takes what a van says about where it is; its other stops come when that says.
   *
   * @return the van's route in force with the times that follow
   * @throws IllegalStateException when the van has no published route that day
   * @throws IllegalArgumentException when the order is not on it
   */
  public RoutesView.RouteRow report(VanReport report) {
    return new VanReports(tools, inputs).take(report);
  }

  /** Late stops and orders that nobody brings, today. */
  public int openExceptions() {
    return tools
        .store()
        .call(transaction -> inputs.plans(transaction, inputs.today()))
        .shown()
        .map(
            shown ->
                shown.result().unassigned().size()
                    + (int)
                        shown.routes(inputs.live(today(), shown).routes()).stream()
                            .flatMap(route -> route.stops().stream())
                            .filter(stop -> stop.lateMinutes() > 0)
                            .count())
        .orElse(0);
  }

  /**
   * Publishes a draft; each van's route is sent to its driver.
   *
   * @return the plan in force then; empty when the draft was overtaken more than a moment ago or
   *     was made from another version
   * @throws IllegalStateException if the checker refuses the stored routes: a defect
   */
  public Optional<PlanViews.PublishedView> publish(String draftId, String who) {
    Publisher publisher = new Publisher(tools.store(), tools.counters());
    Optional<PlanTable.Draft> draft =
        publisher.findDraft(draftId, RouteInputs::isSlot, tools.clock().instant());
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    RouteDocument document = RouteDocument.parse(draft.get().body());
    List<String> mismatches = RouteChecker.mismatches(document.request(), document.result());
    if (!mismatches.isEmpty()) {
      throw new IllegalStateException("The checker refuses the routes: " + mismatches);
    }
    RoutePublication publication =
        new RoutePublication(
            tools.site(),
            tools.store(),
            tools.clock().instant(),
            draft.get(),
            document,
            tools.drivers().on(document.day()));
    boolean won = publisher.publish(draft.get(), publication.publication(who));
    List.of(PAGE, "strip", "chains").forEach(tools.hub()::changed);
    return won ? publisher.findInForce(draft.get().slot()) : Optional.empty();
  }

  private boolean isAway(Transaction transaction, String van, LocalDate day) {
    Absences absences = inputs.absences(transaction);
    return tools.site().vehicles().stream()
        .filter(one -> one.id().equals(van))
        .anyMatch(
            one ->
                absences.isAway(
                    io.gemba.message.ResourceChange.Kind.VEHICLE,
                    van,
                    day.atTime(one.shiftStart()).atZone(tools.site().zone()).toInstant(),
                    day.atTime(one.shiftEnd()).atZone(tools.site().zone()).toInstant()));
  }

  private void plan(Job job, LocalDate day, Reason reason) {
    Optional<String> draftId =
        new RoutePlanning(tools, inputs, new RoutePlanning.Effort(seconds, threads))
            .plan(job, day, reason);
    boolean first =
        tools.store().call(transaction -> inputs.plans(transaction, day)).published().isEmpty();
    if (first && reason.reloads().isEmpty()) {
      draftId.ifPresent(id -> publish(id, "planner"));
    }
    tools.hub().changed("chains");
  }
}

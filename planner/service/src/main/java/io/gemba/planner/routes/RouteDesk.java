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
import io.gemba.planner.store.ActTable;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import io.gemba.routes.check.RouteChecker;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans, shows and publishes each day's routes. Thread safe. */
public final class RouteDesk {
  /** Page and job name. */
  public static final String PAGE = "routes";

  private static final Logger LOG = LoggerFactory.getLogger(RouteDesk.class);

  private final Tools tools;
  private final RouteInputs inputs;
  private final double seconds;
  private final int threads;

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
    this.inputs = new RouteInputs(tools.store(), tools.site(), tools.clock());
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
                  van -> isAway(transaction, van, day));
            });
  }

  /** A day's routes as they stand. */
  public RoutesView view(LocalDate day) {
    RouteInputs.Plans plans = tools.store().call(transaction -> inputs.plans(transaction, day));
    Optional<RouteViews> views =
        plans.shown().map(shown -> new RouteViews(tools.site(), shown, tools.drivers().on(day)));
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
          .ifPresent(document -> out.put(day, document.result().routes().size()));
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
                        shown.result().routes().stream()
                            .flatMap(route -> route.stops().stream())
                            .filter(stop -> stop.lateMinutes() > 0)
                            .count())
        .orElse(0);
  }

  /**
   * Publishes a draft; each van's route is sent to its driver.
   *
   * @return the plan in force then; empty when the draft is not open any more or was made from
   *     another version
   * @throws IllegalStateException if the checker refuses the stored routes: a defect
   */
  public Optional<PlanViews.PublishedView> publish(String draftId, String who) {
    Optional<PlanTable.Draft> draft =
        tools.store().call(transaction -> tools.store().plans().findDraft(transaction, draftId));
    if (draft.isEmpty() || !RouteInputs.isSlot(draft.get().slot())) {
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
    boolean won =
        new Publisher(tools.store(), tools.counters())
            .publish(draft.get(), publication.publication(who));
    List.of(PAGE, "strip", "chains").forEach(tools.hub()::changed);
    return won
        ? Optional.ofNullable(
            PlanViews.published(
                tools
                    .store()
                    .call(transaction -> inputs.plans(transaction, document.day()))
                    .published()))
        : Optional.empty();
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
    RouteInputs.Plans plans = tools.store().call(transaction -> inputs.plans(transaction, day));
    Optional<RouteDocument> published = plans.publishedDocument();
    List<Order> ordered =
        tools.store().call(transaction -> inputs.orders(transaction, day, published));
    List<Order> kept = plans.draftDocument().map(RouteDocument::reloads).orElse(List.of());
    Map<String, Order> reloads = new LinkedHashMap<>();
    kept.forEach(order -> reloads.put(order.id(), order));
    reason.reloads().forEach(order -> reloads.put(order.id(), order));
    ordered.forEach(order -> reloads.remove(order.id()));
    if (ordered.isEmpty() && reloads.isEmpty()) {
      LOG.info("No deliveries on {}, so nothing is planned", day);
      return;
    }
    RouteDocument document =
        solve(job, day, ordered, List.copyOf(reloads.values()), published.orElse(null));
    List<ActTable.Act> acts = new ArrayList<>();
    if (!reason.reloads().isEmpty()) {
      reason.reloads().forEach(order -> reloads.remove(order.id()));
      RouteDocument without =
          solve(job, day, ordered, List.copyOf(reloads.values()), published.orElse(null));
      long cents = document.result().costs().totalCents() - without.result().costs().totalCents();
      acts.add(act(job, day, reason, cents));
    }
    keep(job, reason, plans, document, acts);
    if (plans.published().isEmpty() && reason.reloads().isEmpty()) {
      publish(draftId(job), "planner");
    }
  }

  private void keep(
      Job job,
      Reason reason,
      RouteInputs.Plans plans,
      RouteDocument document,
      List<ActTable.Act> acts) {
    Set<String> causes = new LinkedHashSet<>(reason.causes());
    plans.draft().ifPresent(draft -> causes.addAll(draft.causes()));
    PlanTable.Draft draft =
        new PlanTable.Draft(
            draftId(job),
            RouteInputs.slot(document.day()),
            plans.version(),
            tools.clock().instant(),
            reason.text(),
            List.copyOf(causes),
            plans.publishedDocument().map(document::changesFrom).orElse(document.vans().size()),
            document.result().costs().totalCents(),
            document.result().baselineCosts().totalCents(),
            document.json());
    tools
        .store()
        .run(
            transaction -> {
              tools.store().plans().open(transaction, draft);
              acts.forEach(act -> tools.store().acts().put(transaction, act));
            });
    tools.counters().planned("ROUTES", job.seconds());
    tools.hub().changed("chains");
    LOG.info("Routes draft for {}: {}", document.day(), reason.text());
  }

  private RouteDocument solve(
      Job job,
      LocalDate day,
      List<Order> ordered,
      List<Order> reloads,
      @Nullable RouteDocument published) {
    Absences absences = tools.store().call(inputs::absences);
    List<Order> all = new ArrayList<>(ordered);
    all.addAll(reloads);
    RouteRequest request =
        new RouteQuestion(tools.site(), day, absences, published, tools.clock().instant())
            .request(all, new RouteRequest.Search(seconds, null, 1, threads));
    RouteResult result =
        tools
            .solver()
            .solve(request, progress -> job.improved(progress.costCents()), job::isCancelled);
    return new RouteDocument(day, request, result, all, reloads);
  }

  private ActTable.Act act(Job job, LocalDate day, Reason reason, long cents) {
    int places = (int) reason.reloads().stream().map(Order::to).distinct().count();
    return new ActTable.Act(
        "routes-act-" + job.id(),
        PAGE,
        "Reload on " + day,
        "%d more deliveries to %d places".formatted(reason.reloads().size(), places),
        cents,
        reason.causes(),
        tools.clock().instant());
  }

  private static String draftId(Job job) {
    return "routes-draft-" + job.id();
  }
}

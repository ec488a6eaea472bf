package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.planner.jobs.Job;
import io.gemba.planner.resources.Absences;
import io.gemba.planner.store.ActTable;
import io.gemba.planner.store.PlanTable;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One planning run for a day: reads what is known, searches, and opens a draft. */
final class RoutePlanning {
  private static final Logger LOG = LoggerFactory.getLogger(RoutePlanning.class);

  private final RouteDesk.Tools tools;
  private final RouteInputs inputs;
  private final Effort effort;

  /** How long and with how many threads to search. */
  record Effort(double seconds, int threads) {}

  RoutePlanning(RouteDesk.Tools tools, RouteInputs inputs, Effort effort) {
    this.tools = tools;
    this.inputs = inputs;
    this.effort = effort;
  }

  /** What a search found, and what it follows from. */
  private record Made(RouteInputs.Plans plans, RouteDocument document, List<ActTable.Act> acts) {}

  /**
   * Plans and opens the draft; once more when other routes were published meanwhile.
   *
   * @return its id; empty when there is nothing to bring
   */
  Optional<String> plan(Job job, LocalDate day, RouteDesk.Reason reason) {
    Optional<Made> made = make(job, day, reason);
    while (made.isPresent() && !keep(job, reason, made.get())) {
      LOG.info("Routes for {} were published meanwhile; planned again", day);
      made = make(job, day, reason);
    }
    return made.map(any -> draftId(job));
  }

  private Optional<Made> make(Job job, LocalDate day, RouteDesk.Reason reason) {
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
      return Optional.empty();
    }
    RouteDocument document =
        solve(job, day, ordered, List.copyOf(reloads.values()), published.orElse(null));
    List<ActTable.Act> acts = new ArrayList<>();
    if (!reason.reloads().isEmpty()) {
      reason.reloads().forEach(order -> reloads.remove(order.id()));
      RouteDocument without =
          solve(job, day, ordered, List.copyOf(reloads.values()), published.orElse(null));
      long cents = document.costs().totalCents() - without.costs().totalCents();
      acts.add(act(job, day, reason, cents));
    }
    return Optional.of(new Made(plans, document, acts));
  }

  private boolean keep(Job job, RouteDesk.Reason reason, Made made) {
    RouteInputs.Plans plans = made.plans();
    RouteDocument document = made.document();
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
            document.costs().totalCents(),
            document.baselineCosts().totalCents(),
            document.json());
    boolean opened =
        tools
            .store()
            .call(
                transaction -> {
                  boolean open = tools.store().plans().open(transaction, draft);
                  if (open) {
                    made.acts().forEach(act -> tools.store().acts().put(transaction, act));
                  }
                  return open;
                });
    if (opened) {
      tools.counters().planned("ROUTES", job.seconds());
      LOG.info("Routes draft for {}: {}", document.day(), reason.text());
    }
    return opened;
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
    RouteCut cut = published == null ? null : inputs.cut(day, published);
    RouteRequest request =
        new RouteQuestion(tools.site(), day, absences, cut, tools.clock().instant())
            .request(all, new RouteRequest.Search(effort.seconds(), null, 1, effort.threads()));
    RouteResult result =
        tools
            .solver()
            .solve(request, progress -> job.improved(progress.costCents()), job::isCancelled);
    return new RouteDocument(
        day, request, result, all, reloads, cut == null ? List.of() : done(cut, all));
  }

  /** What was done, of orders that still count: one that was cancelled since is on no page. */
  private static List<RouteResult.Route> done(RouteCut cut, List<Order> orders) {
    Set<String> known = orders.stream().map(Order::id).collect(Collectors.toSet());
    return cut.done().stream()
        .map(route -> RouteParts.without(route, order -> !known.contains(order)))
        .toList();
  }

  private ActTable.Act act(Job job, LocalDate day, RouteDesk.Reason reason, long cents) {
    int places = (int) reason.reloads().stream().map(Order::to).distinct().count();
    return new ActTable.Act(
        "routes-act-" + job.id(),
        RouteDesk.PAGE,
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

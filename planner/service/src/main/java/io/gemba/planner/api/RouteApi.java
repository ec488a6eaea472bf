package io.gemba.planner.api;

import io.gemba.planner.api.Endpoint.Parameter;
import io.gemba.planner.orders.OrderBody;
import io.gemba.planner.orders.OrderCheck;
import io.gemba.planner.orders.OrderDesk;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.routes.RouteDesk;
import io.gemba.planner.routes.RoutesView;
import io.gemba.planner.store.VanReport;
import io.gemba.routes.RouteQuotes;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes and the orders they carry. */
public final class RouteApi {
  private static final int LONGEST_KEY = 200;

  private RouteApi() {}

  /** Which day to plan; null = today. */
  public record PlanBody(@Nullable String day) {}

  /**
   * What it works with.
   *
   * @param desk plans and publishes
   * @param orders takes orders in
   * @param site what orders are checked against
   * @param clock what time it is
   * @param changed called when routes are not as planned any more
   */
  public record Desks(RouteDesk desk, OrderDesk orders, Site site, Clock clock, Runnable changed) {}

  /**
   * Where a van is.
   *
   * @param order the last stop that is done; null = none is
   * @param free when the van can leave that stop, or its depot; null = now
   */
  public record VanBody(@Nullable String order, @Nullable Instant free) {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            "/api/v1/routes",
            "A day's draft routes if there are any, else the published ones",
            RoutesView.class,
            request -> view(desks.get().desk(), request),
            Parameter.query("day", "Like 2026-11-22; today when missing")),
        Endpoint.post(
                "/api/v1/routes/plan",
                "Plan a day's routes again; the draft appears when the job is done",
                PlanBody.class,
                PlanViews.JobView.class,
                request -> plan(desks.get().desk(), request))
            .answering(202),
        Endpoint.post(
            "/api/v1/routes/publish",
            "Put a draft in force; 409 when another version was published meanwhile",
            PlanViews.PublishBody.class,
            PlanViews.PublishedView.class,
            request -> {
              String draftId = Drafts.id(request);
              return Answer.ok(
                  desks
                      .get()
                      .desk()
                      .publish(draftId, request.who())
                      .orElseThrow(() -> Drafts.overtaken(draftId)));
            }),
        Endpoint.post(
            "/api/v1/routes/quotes",
            "Which vans could bring one more order, when and for how much; nothing is kept",
            OrderBody.class,
            RouteQuotes.Answer.class,
            request -> quote(desks.get(), request)),
        Endpoint.post(
            "/api/v1/routes/vans/{id}/report",
            "Where a van is today; answers when it comes to its other stops",
            VanBody.class,
            RoutesView.RouteRow.class,
            request -> report(desks.get(), request)),
        Endpoint.post(
                "/api/v1/orders",
                "Take an order in, for example a rush order",
                OrderBody.class,
                io.gemba.message.Order.class,
                request -> order(desks.get(), request))
            .answering(201)
            .with(
                new Parameter(
                    "header",
                    "Idempotency-Key",
                    false,
                    "Names this attempt: a repeat with the same key changes nothing")));
  }

  private static Answer view(RouteDesk desk, Request request) {
    return Answer.ok(desk.view(request.findDay("day").orElseGet(desk::today)));
  }

  private static Answer plan(RouteDesk desk, Request request) {
    if (!desk.hasVans()) {
      throw ProblemException.conflict(
          "The site file names no vehicles, so there are no routes to plan.");
    }
    String text = request.body().length == 0 ? null : request.read(PlanBody.class).day();
    LocalDate day;
    try {
      day = text == null || text.isBlank() ? desk.today() : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid("day", "day ('" + text + "') must be like 2026-11-22.");
    }
    return Answer.accepted(
        new PlanViews.JobView(desk.plan(day, RouteDesk.Reason.of("Planned by hand."))));
  }

  private static Answer report(Desks desks, Request request) {
    VanBody body = request.read(VanBody.class);
    Instant now = desks.clock().instant();
    Instant free = body.free() == null ? now : body.free();
    VanReport report =
        new VanReport(desks.desk().today(), request.path("id"), body.order(), free, now);
    try {
      Answer answer = Answer.ok(desks.desk().report(report));
      desks.changed().run();
      return answer;
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("order", String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw ProblemException.conflict(String.valueOf(e.getMessage()));
    }
  }

  private static Answer quote(Desks desks, Request request) {
    io.gemba.message.Order order = checked(desks, request);
    try {
      return Answer.ok(
          desks
              .desk()
              .quote(order)
              .orElseThrow(
                  () ->
                      ProblemException.conflict(
                          "No routes are planned for %s yet.".formatted(order.windowStart()))));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("id", String.valueOf(e.getMessage()));
    }
  }

  private static io.gemba.message.Order checked(Desks desks, Request request) {
    return ProblemException.valid(
        OrderCheck.check(request.read(OrderBody.class), desks.site(), desks.clock().instant()));
  }

  private static Answer order(Desks desks, Request request) {
    io.gemba.message.Order order = checked(desks, request);
    var key = request.findHeader("Idempotency-Key");
    if (key.isPresent() && key.get().length() > LONGEST_KEY) {
      throw ProblemException.invalid(
          "Idempotency-Key", "Idempotency-Key must be at most " + LONGEST_KEY + " characters.");
    }
    try {
      return Answer.created(desks.orders().take(order, key, request.body(), request.who()));
    } catch (OrderDesk.KeyReusedException e) {
      throw ProblemException.conflict(String.valueOf(e.getMessage()));
    }
  }
}

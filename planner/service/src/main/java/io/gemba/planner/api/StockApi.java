package io.gemba.planner.api;

import io.gemba.planner.api.Endpoint.Parameter;
import io.gemba.planner.replenishment.OverstockDesk;
import io.gemba.planner.replenishment.OverstockView;
import io.gemba.planner.replenishment.ReplenishmentDesk;
import io.gemba.planner.replenishment.ReplenishmentView;
import io.gemba.site.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Replenishment proposals, and where there is too much. */
public final class StockApi {
  private static final int SHOWN = 200;
  private static final int MOST = 5000;
  private static final double MOST_UNITS = 1e9;

  private StockApi() {}

  /**
   * What it works with.
   *
   * @param desk shows and decides
   * @param overstocks shows where there is too much
   * @param site whose days count
   */
  public record Desks(ReplenishmentDesk desk, OverstockDesk overstocks, Site site) {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            "/api/v1/replenishments",
            "Proposals to order, most money at risk first",
            ReplenishmentView.class,
            request -> Answer.ok(desks.get().desk().view(request.whole("limit", SHOWN, 1, MOST))),
            Parameter.query("limit", "Most rows, 200 when missing")),
        Endpoint.get(
            "/api/v1/overstocks",
            "Where there is more than is wanted, what costs most first",
            OverstockView.class,
            request ->
                Answer.ok(desks.get().overstocks().view(request.whole("limit", SHOWN, 1, MOST))),
            Parameter.query("limit", "Most rows, 200 when missing")),
        Endpoint.post(
            "/api/v1/replenishments/{id}/approve",
            "Order what is proposed, or another quantity",
            ReplenishmentView.ApproveBody.class,
            ReplenishmentView.Row.class,
            request -> approve(desks.get(), request)),
        Endpoint.post(
            "/api/v1/replenishments/due/{source}/approve",
            "Order all that is due from a supplier, line or warehouse, as proposed",
            ReplenishmentView.ApproveDueBody.class,
            ReplenishmentView.Source.class,
            request -> approveDue(desks.get(), request)),
        Endpoint.post(
            "/api/v1/replenishments/{id}/snooze",
            "Hide a proposal until a day",
            ReplenishmentView.SnoozeBody.class,
            ReplenishmentView.Row.class,
            request -> snooze(desks.get(), request)));
  }

  private static Answer approve(Desks desks, Request request) {
    Optional<Double> quantity =
        request.body().length == 0
            ? Optional.empty()
            : Optional.ofNullable(request.read(ReplenishmentView.ApproveBody.class).quantity());
    quantity
        .filter(units -> !(units > 0) || units > MOST_UNITS)
        .ifPresent(
            units -> {
              throw ProblemException.invalid(
                  "quantity", "quantity (" + units + ") must be above 0. Snooze it instead.");
            });
    String id = request.path("id");
    try {
      return Answer.ok(
          desks.desk().approve(id, quantity, request.who()).orElseThrow(() -> unknown(id)));
    } catch (ReplenishmentDesk.TakenBackException e) {
      throw ProblemException.conflict(String.valueOf(e.getMessage()));
    }
  }

  private static Answer approveDue(Desks desks, Request request) {
    Long atMost = request.read(ReplenishmentView.ApproveDueBody.class).atMostCents();
    if (atMost == null) {
      throw ProblemException.invalid(
          "atMostCents", "atMostCents is missing. Give what the orders may cost together.");
    }
    String source = request.path("source");
    try {
      return Answer.ok(
          desks
              .desk()
              .approveDue(source, atMost, request.who())
              .orElseThrow(
                  () ->
                      ProblemException.notFound(
                          "Nothing is due from '" + source + "'. Reload the list.")));
    } catch (ReplenishmentDesk.DearerException e) {
      throw ProblemException.conflict(
          "What is due from '%s' costs %d cents by now, not %d. Reload and decide again."
              .formatted(source, e.cents(), atMost));
    }
  }

  private static Answer snooze(Desks desks, Request request) {
    String text = request.read(ReplenishmentView.SnoozeBody.class).until();
    if (text == null) {
      throw ProblemException.invalid("until", "until is missing. Give a day like 2026-11-23.");
    }
    String id = request.path("id");
    LocalDate until = day(text, desks.site());
    return Answer.ok(desks.desk().snooze(id, until, request.who()).orElseThrow(() -> unknown(id)));
  }

  private static LocalDate day(String text, Site site) {
    try {
      return text.contains("T")
          ? LocalDate.ofInstant(Instant.parse(text), site.zone())
          : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid(
          "until", "until ('" + text + "') must be a day like 2026-11-23.");
    }
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("There is no open proposal '" + id + "'. Reload the list.");
  }
}

package io.gemba.planner.routes;

import io.gemba.planner.routes.RoutesView.RouteRow;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.Transaction;
import io.gemba.planner.store.VanReport;
import io.gemba.routes.RouteResult.Route;
import java.util.List;

/** Takes what vans say about where they are. */
final class VanReports {
  private final RouteDesk.Tools tools;
  private final RouteInputs inputs;

  VanReports(RouteDesk.Tools tools, RouteInputs inputs) {
    this.tools = tools;
    this.inputs = inputs;
  }

  /**
   * Keeps a report, in place of the van's last one.
   *
   * @return the van's route in force with the times that follow
   * @throws IllegalStateException when the van has no published route that day
   * @throws IllegalArgumentException when the order is not on it
   */
  RouteRow take(VanReport report) {
    return tools.store().call(transaction -> take(transaction, report));
  }

  private RouteRow take(Transaction transaction, VanReport report) {
    RouteDocument document =
        inputs
            .plans(transaction, report.day())
            .publishedDocument()
            .filter(one -> one.routes().stream().anyMatch(r -> isOf(r, report)))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Van '%s' has no published route on %s."
                            .formatted(report.vehicle(), report.day())));
    String order = report.order();
    boolean isKnown =
        order == null
            || document.routes().stream()
                .filter(route -> isOf(route, report))
                .flatMap(route -> route.stops().stream())
                .anyMatch(stop -> stop.order().equals(order));
    if (!isKnown) {
      throw new IllegalArgumentException(
          "Order '%s' is not on the route of van '%s'.".formatted(order, report.vehicle()));
    }
    tools
        .store()
        .vanReports()
        .put(
            transaction,
            List.of(
                new LatestTable.Row<>(
                    report.key(), report.at().toEpochMilli(), 0, false, report.at(), report)));
    List<Route> live = inputs.live(transaction, report.day(), document).routes();
    return new RouteViews(tools.site(), document, tools.drivers().on(report.day()), live)
        .routes().stream()
            .filter(row -> row.vehicle().equals(report.vehicle()))
            .findFirst()
            .orElseThrow();
  }

  private static boolean isOf(Route route, VanReport report) {
    return route.vehicle().equals(report.vehicle());
  }
}

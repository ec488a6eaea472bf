package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What has happened since a plan was made that makes it worth planning again. */
final class RouteNews {
  private RouteNews() {}

  /**
   * Looks for what is new.
   *
   * @param orders open or done deliveries of the day
   * @param shown the plan that people see; empty = none yet
   * @param late vans that come much later than planned
   * @param isAway whether a van is away that day
   * @return one sentence, or empty when nothing is new
   */
  static Optional<String> of(
      List<Order> orders,
      Optional<RouteDocument> shown,
      List<String> late,
      Predicate<String> isAway) {
    if (shown.isEmpty()) {
      return orders.isEmpty() ? Optional.empty() : Optional.of("First plan of the day.");
    }
    RouteDocument plan = shown.get();
    Map<String, Order> planned =
        plan.orders().stream()
            .collect(Collectors.toMap(Order::id, Function.identity(), (a, b) -> b));
    Map<String, Order> now =
        orders.stream().collect(Collectors.toMap(Order::id, Function.identity(), (a, b) -> b));
    long added = orders.stream().filter(order -> !planned.containsKey(order.id())).count();
    long gone =
        plan.orders().stream()
            .filter(order -> !plan.reloads().contains(order))
            .filter(order -> !now.containsKey(order.id()))
            .count();
    long changed =
        orders.stream()
            .filter(order -> planned.containsKey(order.id()))
            .filter(order -> !sameWork(order, planned.get(order.id())))
            .count();
    List<String> words = new ArrayList<>();
    say(words, added, "new");
    say(words, changed, "changed");
    say(words, gone, "cancelled");
    plan.routes().stream()
        .map(RouteResult.Route::vehicle)
        .filter(isAway)
        .filter(van -> wasAvailable(plan, van))
        .forEach(van -> words.add("van " + van + " is out"));
    late.forEach(van -> words.add("van " + van + " is late"));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words) + ".");
  }

  private static boolean wasAvailable(RouteDocument plan, String van) {
    return plan.request().vehicles().stream()
        .filter(vehicle -> vehicle.id().equals(van))
        .anyMatch(RouteRequest.Vehicle::available);
  }

  private static boolean sameWork(Order a, @org.jspecify.annotations.Nullable Order b) {
    return b != null
        && a.to().equals(b.to())
        && a.from().equals(b.from())
        && a.windowStart().equals(b.windowStart())
        && a.windowEnd().equals(b.windowEnd())
        && a.boxes() == b.boxes()
        && a.kilograms() == b.kilograms();
  }

  private static void say(List<String> words, long count, String what) {
    if (count > 0) {
      words.add("%d %s %s".formatted(count, what, count == 1 ? "order" : "orders"));
    }
  }
}

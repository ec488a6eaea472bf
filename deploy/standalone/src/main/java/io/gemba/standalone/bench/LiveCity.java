package io.gemba.standalone.bench;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.Travel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up city of about 33 x 34 km with one depot in its midst: orders with soft windows of two
 * hours from six in the morning on, and a van for each 17 of them.
 */
final class LiveCity {
  /** When vans may leave. */
  static final Instant BEGINS = Instant.parse("2026-01-05T06:00:00Z");

  private static final double ORDERS_A_VAN = 1_000 / 60.0;
  private static final long SHIFT_SECONDS = 10 * 3_600;

  private LiveCity() {}

  /** A day of so many orders, always the same. */
  static RouteRequest of(int orderCount) {
    SplittableRandom random = new SplittableRandom(1);
    List<Place> places = new ArrayList<>(List.of(new Place("depot", 52.5, 13.4)));
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < orderCount; i++) {
      places.add(
          new Place("p" + i, 52.35 + 0.3 * random.nextDouble(), 13.15 + 0.5 * random.nextDouble()));
      orders.add(order(random, "o" + i, "p" + i));
    }
    List<Vehicle> vans = new ArrayList<>();
    for (int i = 0; i < orderCount / ORDERS_A_VAN; i++) {
      vans.add(
          new Vehicle(
              "v" + i,
              "depot",
              BEGINS,
              BEGINS.plusSeconds(SHIFT_SECONDS),
              120,
              1_200,
              new Prices(6_000, 60, 2_500, 50),
              true));
    }
    Travel travel = Travel.estimated(1.3, 40);
    return new RouteRequest(places, vans, orders, travel, List.of(), Search.seconds(1, 1));
  }

  /** One order to a place. */
  static Order order(SplittableRandom random, String id, String place) {
    Instant from = BEGINS.plusSeconds(1_800L * random.nextInt(15));
    return new Order(
        id,
        place,
        Window.soft(from, from.plusSeconds(7_200)),
        300,
        1 + random.nextInt(8),
        10 + random.nextInt(60),
        30_000,
        List.of(),
        null);
  }
}

package io.gemba.routes;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Travel;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests for tests. */
public final class TestRequests {
  public static final Instant SIX = Instant.parse("2026-11-23T06:00:00Z");
  public static final Prices PRICES = new Prices(5_000, 60, 3_000, 50);

  private TestRequests() {}

  /** Instant of an hour after six o'clock. */
  public static Instant hour(double hours) {
    return SIX.plusMillis(Math.round(hours * 3_600_000));
  }

  public static Vehicle vehicle(String id) {
    return new Vehicle(id, "depot", SIX, hour(10), 100, 1_000, PRICES, true);
  }

  public static Order order(String id, String place) {
    return new Order(id, place, Window.soft(SIX, hour(8)), 600, 10, 50, 20_000, List.of(), null);
  }

  /** Depot at 52.5, 13.4 and the places p1, p2, ... each 0.1 degrees (11.1 km) further north. */
  public static RouteRequest request(List<Vehicle> vehicles, List<Order> orders) {
    List<Place> places = new ArrayList<>();
    places.add(new Place("depot", 52.5, 13.4));
    for (int i = 1; i <= 5; i++) {
      places.add(new Place("p" + i, 52.5 + 0.1 * i, 13.4));
    }
    return new RouteRequest(
        places, vehicles, orders, Travel.estimated(1, 60), List.of(), new Search(20, 200, 1, 1));
  }

  /** A random city: mixed fleet, windows hard and soft, pins, overload now and then. */
  public static RouteRequest random(long seed, int orders, int vehicles, Search search) {
    Random random = new Random(seed);
    List<Place> places = new ArrayList<>();
    places.add(new Place("depot", 52.5, 13.4));
    places.add(new Place("depot2", 52.45, 13.5));
    List<Vehicle> fleet = new ArrayList<>();
    for (int i = 0; i < vehicles; i++) {
      fleet.add(
          new Vehicle(
              "v" + i,
              random.nextInt(4) == 0 ? "depot2" : "depot",
              hour(random.nextInt(2)),
              hour(5 + random.nextInt(6)),
              60 + random.nextInt(60),
              700 + random.nextInt(600),
              new Prices(random.nextInt(8_000), 40 + random.nextInt(60), 3_000, 50),
              random.nextInt(10) != 0));
    }
    List<Order> list = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      places.add(
          new Place("p" + i, 52.5 + random.nextGaussian() / 12, 13.4 + random.nextGaussian() / 7));
      list.add(randomOrder(random, i, vehicles));
    }
    return new RouteRequest(places, fleet, list, Travel.estimated(1.3, 35), List.of(), search);
  }

  private static Order randomOrder(Random random, int i, int vehicles) {
    Instant from = hour(random.nextInt(12) / 2.0);
    Instant to = from.plusSeconds(1_800L * (1 + random.nextInt(8)));
    boolean hard = random.nextInt(4) == 0;
    Long price = random.nextInt(5) == 0 ? (Long) 200L : null;
    return new Order(
        "o" + i,
        "p" + i,
        new Window(from, to, hard, price),
        300 + random.nextInt(600),
        1 + random.nextInt(12) + random.nextInt(10) / 10.0,
        random.nextInt(120),
        10_000 + random.nextInt(40_000),
        random.nextInt(8) == 0 ? List.of("v0", "v" + random.nextInt(vehicles)) : List.of(),
        random.nextInt(12) == 0 ? "v" + random.nextInt(vehicles) : null);
  }
}

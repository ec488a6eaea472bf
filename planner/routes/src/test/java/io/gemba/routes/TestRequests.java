package io.gemba.routes;

import io.gemba.routes.Duty.Break;
import io.gemba.routes.Duty.Home;
import io.gemba.routes.Duty.Limits;
import io.gemba.routes.Duty.Reloads;
import io.gemba.routes.Needs.Pickup;
import io.gemba.routes.Needs.Span;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

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

  /**
   * A random city at ten o'clock: nothing but collections, or nothing but deliveries; most vehicles
   * are underway and committed to an order, late or not, and moving an order costs money.
   */
  public static RouteRequest onTheRoad(
      long seed, int orders, int vehicles, boolean collected, Search search) {
    RouteRequest plain = random(seed, orders, vehicles, search);
    Random random = new Random(seed * 5 + 3);
    List<Order> asked =
        plain.orders().stream()
            .map(one -> one.withNeeds(new Needs(List.of(), List.of(), List.of(), null, collected)))
            .toList();
    List<Vehicle> fleet = new ArrayList<>();
    List<PreviousRoute> previous = new ArrayList<>();
    for (int i = 0; i < vehicles; i++) {
      Vehicle vehicle = plain.vehicles().get(i);
      Order first = asked.get(i);
      boolean isFree = random.nextInt(4) == 0 || !first.allows(vehicle);
      Duty.Underway underway =
          new Duty.Underway(
              "p" + (vehicles + i),
              hour(3.5 + random.nextDouble()),
              isFree || !vehicle.available() ? List.of() : List.of(first.id()));
      Duty.Home home = random.nextInt(3) == 0 ? new Duty.Home(null) : null;
      Duty duty = new Duty(home, List.of(), null, null, List.of(), isFree ? null : underway);
      fleet.add(vehicle.withDuty(duty));
      int own = i;
      previous.add(
          new PreviousRoute(
              vehicle.id(),
              IntStream.range(0, orders)
                  .filter(order -> order % vehicles == own)
                  .mapToObj(order -> "o" + order)
                  .toList()));
    }
    return new RouteRequest(
        plain.places(), fleet, asked, plain.travel(), previous, 300L, plain.search());
  }

  /**
   * A random city in which everything occurs: pairs, collections, several windows, skills, breaks,
   * reloads, limits, open ends, vehicles underway with commitments, and a previous plan.
   */
  public static RouteRequest rich(long seed, int orders, int vehicles, Search search) {
    RouteRequest plain = random(seed, orders, vehicles, search);
    Random random = new Random(seed * 7 + 1);
    List<Order> asked = plain.orders().stream().map(o -> needing(random, o, plain)).toList();
    List<Vehicle> fleet = new ArrayList<>();
    int next = 0;
    for (Vehicle vehicle : plain.vehicles()) {
      List<String> committed = new ArrayList<>();
      boolean isUnderway = vehicle.available() && random.nextInt(4) == 0;
      Vehicle bare = vehicle.withDuty(duty(random, fleet.isEmpty()));
      for (int i = 0; isUnderway && i < 2; i++, next++) {
        Order order = asked.get(next);
        if (order.allows(bare)) {
          committed.add(order.id());
          if (order.needs().pickup() != null) {
            committed.add(order.id());
          }
        }
      }
      Duty.Underway underway =
          new Duty.Underway("p" + next, hour(2 + random.nextDouble()), committed);
      Duty duty = bare.duty();
      fleet.add(
          bare.withDuty(
              new Duty(
                  duty.home(),
                  duty.breaks(),
                  duty.reloads(),
                  duty.limits(),
                  duty.skills(),
                  isUnderway ? underway : null)));
    }
    List<PreviousRoute> previous = new ArrayList<>();
    for (int i = 0; i < vehicles; i++) {
      int own = i;
      previous.add(
          new PreviousRoute(
              "v" + i,
              asked.stream()
                  .map(Order::id)
                  .filter(id -> Math.floorMod(id.hashCode(), vehicles + 1) == own)
                  .toList()));
    }
    return everywhere(
        seed,
        new RouteRequest(
            plain.places(),
            fleet,
            asked,
            plain.travel(),
            previous,
            (long) random.nextInt(900),
            search));
  }

  /**
   * The same on roads that differ by vehicle and hour, with pallets, and a price of uneven work.
   */
  private static RouteRequest everywhere(long seed, RouteRequest request) {
    Random random = new Random(seed * 13 + 5);
    boolean isPalletised = random.nextBoolean();
    double slowest = 0.4 + random.nextDouble() / 2;
    Travel travel =
        request
            .travel()
            .withProfiles(List.of(new Travel.Profile("lorry", 25, null)))
            .withTraffic(random.nextBoolean() ? rushHours(slowest) : null);
    List<Vehicle> fleet =
        request.vehicles().stream()
            .map(
                van ->
                    van.withDuty(
                        van.duty()
                            .withProfile(random.nextInt(3) == 0 ? "lorry" : null)
                            .withCapacities(
                                Map.of("pallets", 20.0 + random.nextInt(30), "cold", 9.0))))
            .toList();
    List<Order> orders =
        request.orders().stream()
            .map(
                order ->
                    order.withNeeds(
                        order
                            .needs()
                            .withLoads(
                                isPalletised
                                    ? Map.of("pallets", (double) random.nextInt(6))
                                    : Map.of())))
            .toList();
    RouteRequest.Measure[] measures = RouteRequest.Measure.values();
    RouteRequest.Balance balance =
        random.nextInt(3) == 0
            ? new RouteRequest.Balance(
                measures[random.nextInt(measures.length)], random.nextInt(2_000))
            : null;
    return new RouteRequest(
        request.places(),
        fleet,
        orders,
        travel,
        request.previous(),
        request.centsPerMovedOrder(),
        balance,
        request.search());
  }

  /** Slow from seven to nine and from three on, fast at noon. */
  public static Travel.Traffic rushHours(double slowest) {
    return new Travel.Traffic(
        ZoneId.of("Europe/Berlin"),
        List.of(
            new Travel.Period(LocalTime.of(7, 0), LocalTime.of(9, 0), slowest),
            new Travel.Period(LocalTime.of(12, 0), LocalTime.of(13, 0), 1.2),
            new Travel.Period(LocalTime.of(15, 0), LocalTime.MIDNIGHT, 0.9)));
  }

  /** The same request with one window an order. */
  public static RouteRequest oneWindow(RouteRequest request) {
    return new RouteRequest(
        request.places(),
        request.vehicles(),
        request.orders().stream()
            .map(
                order ->
                    order.withNeeds(
                        new Needs(
                            List.of(),
                            order.needs().skills(),
                            order.needs().forbiddenVehicles(),
                            order.needs().pickup(),
                            order.needs().collected(),
                            order.needs().loads())))
            .toList(),
        request.travel(),
        request.previous(),
        request.centsPerMovedOrder(),
        request.balance(),
        request.search());
  }

  private static Duty duty(Random random, boolean lifts) {
    double lunch = 3 + random.nextInt(3);
    List<Break> breaks = new ArrayList<>();
    if (random.nextInt(2) == 0) {
      breaks.add(new Break(hour(lunch), hour(lunch + 0.25 + random.nextDouble()), 1_800));
      if (random.nextInt(2) == 0) {
        breaks.add(new Break(hour(lunch + 2.5), hour(lunch + 3), 900));
      }
    }
    return new Duty(
        random.nextInt(4) == 0 ? new Home(random.nextBoolean() ? null : "depot2") : null,
        breaks,
        random.nextInt(3) == 0 ? new Reloads(1 + random.nextInt(2), 600) : null,
        random.nextInt(4) == 0
            ? new Limits(60_000.0 + random.nextInt(60_000), 18_000.0, 4 + random.nextInt(8))
            : null,
        lifts || random.nextInt(3) != 0 ? List.of("lift", "cold") : List.of("cold"),
        null);
  }

  private static Order needing(Random random, Order order, RouteRequest request) {
    List<Span> windows = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      Instant from = order.window().end().plusSeconds(1_800);
      windows.add(new Span(from, from.plusSeconds(3_600)));
    }
    int kind = random.nextInt(6);
    String place = request.places().get(random.nextInt(request.places().size())).id();
    Pickup pickup =
        kind == 0 ? new Pickup(place, Window.hard(SIX, hour(6 + random.nextInt(3))), 300) : null;
    return order.withNeeds(
        new Needs(
            windows,
            List.of("lift").subList(0, random.nextInt(2)),
            random.nextInt(6) == 0 ? List.of("v1") : List.of(),
            pickup,
            kind == 1));
  }
}

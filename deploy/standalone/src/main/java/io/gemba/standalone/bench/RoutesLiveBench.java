package io.gemba.standalone.bench;

import io.gemba.routes.RouteEtas;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteQuotes;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.Travel;
import io.gemba.routes.model.TravelMemory;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a dispatcher waits for, measured in a made-up city of soft two-hour windows on a warm JVM:
 * the first plan, quotes for one more order, arrivals after a van's report, and the repair after a
 * van is lost.
 */
public final class RoutesLiveBench {
  private static final Instant SIX = Instant.parse("2026-01-05T06:00:00Z");
  private static final double ORDERS_A_VAN = 1_000 / 60.0;

  /** More than this, and only plans are measured. */
  private static final int MOST_QUOTED = 2_000;

  private static final int QUOTES = 2_000;
  private static final int WARM_UPS = 3;

  private final int orderCount;
  private final double seconds;
  private final int threads;
  private final PrintWriter out;
  private final RoutePlanner planner = new RoutePlanner();

  /**
   * @param orders in the city
   * @param seconds of the long searches that repairs are compared with
   */
  public RoutesLiveBench(int orders, double seconds, int threads, PrintWriter out) {
    this.orderCount = orders;
    this.seconds = seconds;
    this.threads = threads;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws IOException {
    RouteRequest request = city(new Search(0.3, null, 1, threads));
    for (int i = 0; i < WARM_UPS; i++) {
      solve(request);
    }
    List<RouteProgress> heard = new ArrayList<>();
    planner.solve(request, heard::add, () -> false);
    line(
        String.format(
            Locale.ROOT, "first plan of %,d orders: %d ms", orderCount, heard.get(0).millis()));
    RouteRequest searched = with(request, request.vehicles(), List.of(), seconds);
    RouteResult plan = solve(searched);
    line(
        String.format(
            Locale.ROOT,
            "plan after %.1f s: %,d cents, nearest neighbour %,d, %d unassigned",
            seconds,
            plan.costs().totalCents(),
            plan.baselineCosts().totalCents(),
            plan.unassigned().size()));
    line(
        String.format(
            Locale.ROOT, "most memory of the process: %,.0f MiB", ResidentMemory.mostMebibytes()));
    if (orderCount > MOST_QUOTED) {
      return;
    }
    quotes(request, plan);
    etas(request, plan);
    repair(request, plan);
  }

  private void quotes(RouteRequest request, RouteResult plan) {
    RouteQuotes quotes = new RouteQuotes(request, plan);
    SplittableRandom random = new SplittableRandom(7);
    long[] nanos = new long[QUOTES];
    for (int i = 0; i < 2 * QUOTES; i++) {
      Order order = order(random, "asked-" + i, "p" + random.nextInt(orderCount));
      long began = System.nanoTime();
      quotes.ask(order, 1, SIX);
      nanos[i % QUOTES] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    line(
        String.format(
            Locale.ROOT,
            "quote among %,d stops: p50 %.3f ms, p99 %.3f ms",
            orderCount,
            nanos[QUOTES / 2] / 1e6,
            nanos[QUOTES * 99 / 100] / 1e6));
  }

  private void etas(RouteRequest request, RouteResult plan) {
    RouteEtas etas = new RouteEtas(request, plan, new TravelMemory());
    SplittableRandom random = new SplittableRandom(7);
    long[] nanos = new long[QUOTES];
    for (int i = 0; i < 2 * QUOTES; i++) {
      Route route = plan.routes().get(random.nextInt(plan.routes().size()));
      int served = random.nextInt(route.stops().size());
      Instant free = route.start().plusSeconds(random.nextInt(8 * 3600));
      long began = System.nanoTime();
      etas.after(new RouteEtas.Report(route.vehicle(), served, free));
      nanos[i % QUOTES] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    line(
        String.format(
            Locale.ROOT,
            "arrivals after a report of a van: p50 %.3f ms, p99 %.3f ms",
            nanos[QUOTES / 2] / 1e6,
            nanos[QUOTES * 99 / 100] / 1e6));
  }

  private void repair(RouteRequest request, RouteResult plan) {
    String lost = plan.routes().get(0).vehicle();
    List<Vehicle> vans =
        request.vehicles().stream().map(van -> van.id().equals(lost) ? home(van) : van).toList();
    List<PreviousRoute> previous =
        plan.routes().stream()
            .map(
                route ->
                    new PreviousRoute(
                        route.vehicle(), route.stops().stream().map(Stop::order).toList()))
            .toList();
    RouteResult settled = solve(with(request, vans, previous, seconds));
    for (double limit : new double[] {0.05, 0.5}) {
      RouteResult repaired = solve(with(request, vans, previous, limit));
      double gap = 100.0 * repaired.costs().totalCents() / settled.costs().totalCents() - 100;
      line(
          String.format(
              Locale.ROOT,
              "van lost, repaired in %d ms: %.2f %% above %.1f s, %.1f %% of the orders moved, %d lost",
              repaired.run().millis(),
              gap,
              seconds,
              100.0 * repaired.moved().size() / orderCount,
              repaired.unassigned().size()));
    }
  }

  private RouteResult solve(RouteRequest request) {
    return planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private static Vehicle home(Vehicle van) {
    return new Vehicle(
        van.id(),
        van.depot(),
        van.shiftStart(),
        van.shiftEnd(),
        van.boxes(),
        van.kilograms(),
        van.prices(),
        false);
  }

  private RouteRequest with(
      RouteRequest request, List<Vehicle> vans, List<PreviousRoute> previous, double limit) {
    return new RouteRequest(
        request.places(),
        vans,
        request.orders(),
        request.travel(),
        previous,
        new Search(limit, null, 1, threads));
  }

  private RouteRequest city(Search search) {
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
              SIX,
              SIX.plusSeconds(10 * 3_600),
              120,
              1_200,
              new Prices(6_000, 60, 2_500, 50),
              true));
    }
    return new RouteRequest(places, vans, orders, Travel.estimated(1.3, 40), List.of(), search);
  }

  private static Order order(SplittableRandom random, String id, String place) {
    Instant from = SIX.plusSeconds(1_800L * random.nextInt(15));
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

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}

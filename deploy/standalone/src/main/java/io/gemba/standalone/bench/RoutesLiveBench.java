package io.gemba.standalone.bench;

import io.gemba.routes.RouteEtas;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteQuotes;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
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
 * What a dispatcher waits for, measured in a made-up city ({@link LiveCity}) on a warm JVM: the
 * first plan, quotes for one more order, arrivals after a van's report, and repairs in the middle
 * of the day ({@link RouteRepairBench}).
 */
public final class RoutesLiveBench {
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
    RouteRequest request = LiveCity.of(orderCount).withSearch(search(0.3));
    for (int i = 0; i < WARM_UPS; i++) {
      solve(request);
    }
    List<RouteProgress> heard = new ArrayList<>();
    planner.solve(request, heard::add, () -> false);
    line(
        String.format(
            Locale.ROOT, "first plan of %,d orders: %d ms", orderCount, heard.get(0).millis()));
    RouteResult plan = solve(request.withSearch(search(seconds)));
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
    new RouteRepairBench(request, plan, seconds, threads, planner).run(this::line);
  }

  private void quotes(RouteRequest request, RouteResult plan) {
    RouteQuotes quotes = new RouteQuotes(request, plan);
    SplittableRandom random = new SplittableRandom(7);
    long[] nanos = new long[QUOTES];
    for (int i = 0; i < 2 * QUOTES; i++) {
      Order order = LiveCity.order(random, "asked-" + i, "p" + random.nextInt(orderCount));
      long began = System.nanoTime();
      quotes.ask(order, 1, LiveCity.BEGINS);
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

  private RouteResult solve(RouteRequest request) {
    return planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private Search search(double limit) {
    return new Search(limit, null, 1, threads);
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}

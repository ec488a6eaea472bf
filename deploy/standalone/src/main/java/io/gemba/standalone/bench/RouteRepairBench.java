package io.gemba.standalone.bench;

import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Repairs of a plan in the middle of its day: a van comes an hour late, a van breaks down, a rush
 * order comes in. What was served is over, the way each van is on stays first, and every other
 * order that changes vans costs {@value #MOVE_CENTS} cents. Goods are collected, so that any van
 * may take over what another has not reached.
 */
final class RouteRepairBench {
  static final long MOVE_CENTS = 200;
  private static final Instant NOW = LiveCity.BEGINS.plusSeconds(4 * 3_600);
  private static final long LATE_SECONDS = 3_600;
  private static final double REPAIR_SECONDS = 0.05;
  private static final double SETTLE_SECONDS = 0.5;
  private static final int SAMPLES = 5;
  private static final int WARM_UPS = 10;

  private final RouteRequest day;
  private final double seconds;
  private final int threads;
  private final RoutePlanner planner;
  private final RouteDay noon;

  /**
   * @param day what was asked in the morning
   * @param plan the answer that is driven
   * @param seconds of the searches that repairs are compared with
   */
  RouteRepairBench(
      RouteRequest day, RouteResult plan, double seconds, int threads, RoutePlanner planner) {
    this.day = day;
    this.seconds = seconds;
    this.threads = threads;
    this.planner = planner;
    noon = new RouteDay(day, plan, NOW);
  }

  /** Measures and tells a line an event and a limit. */
  void run(Consumer<String> line) {
    for (int i = 0; i < WARM_UPS; i++) {
      solve(broken(i), REPAIR_SECONDS);
    }
    tell(line, "van an hour late", IntStream.range(0, SAMPLES).mapToObj(this::late).toList());
    tell(line, "van broken down", IntStream.range(0, SAMPLES).mapToObj(this::broken).toList());
    tell(line, "rush order", IntStream.range(0, SAMPLES).mapToObj(this::rush).toList());
  }

  private void tell(Consumer<String> line, String event, List<RouteRequest> questions) {
    List<RouteResult> settled = questions.stream().map(one -> solve(one, seconds)).toList();
    for (double limit : new double[] {REPAIR_SECONDS, SETTLE_SECONDS}) {
      double[] millis = new double[SAMPLES];
      double[] gaps = new double[SAMPLES];
      double[] moved = new double[SAMPLES];
      int lost = 0;
      for (int i = 0; i < SAMPLES; i++) {
        RouteRequest question = questions.get(i);
        long began = System.nanoTime();
        RouteResult repaired = solve(question, limit);
        millis[i] = (System.nanoTime() - began) / 1e6;
        long best = settled.get(i).costs().totalCents();
        gaps[i] = 100.0 * repaired.costs().totalCents() / best - 100;
        moved[i] = 100.0 * repaired.moved().size() / question.orders().size();
        lost += repaired.unassigned().size();
      }
      line.accept(
          String.format(
              Locale.ROOT,
              "%s, repaired in %.0f ms (longest %.0f): %.2f %% above %.1f s (most %.2f), %.1f %% of"
                  + " %d open orders moved (most %.1f), %d lost",
              event,
              median(millis),
              most(millis),
              median(gaps),
              seconds,
              most(gaps),
              median(moved),
              questions.get(0).orders().size(),
              most(moved),
              lost));
    }
  }

  private RouteRequest late(int sample) {
    Vehicle van = noon.busy(sample);
    return noon.request(noon.orders(), noon.with(noon.delayed(van, LATE_SECONDS)), MOVE_CENTS);
  }

  private RouteRequest broken(int sample) {
    Vehicle van = noon.busy(sample);
    return noon.request(noon.orders(), noon.with(RouteDay.brokenDown(van)), MOVE_CENTS);
  }

  private RouteRequest rush(int sample) {
    SplittableRandom random = new SplittableRandom(sample);
    String place = day.places().get(1 + random.nextInt(day.places().size() - 1)).id();
    Order any = LiveCity.order(random, "rush", place);
    List<Order> orders = new ArrayList<>(noon.orders());
    orders.add(
        RouteDay.collected(
            new Order(
                any.id(),
                any.place(),
                Window.soft(NOW, NOW.plusSeconds(LATE_SECONDS)),
                any.serviceSeconds(),
                any.boxes(),
                any.kilograms(),
                any.undeliveredCents(),
                any.allowedVehicles(),
                any.pinnedVehicle())));
    return noon.request(orders, noon.vans(), MOVE_CENTS);
  }

  private RouteResult solve(RouteRequest request, double limit) {
    return planner.solve(
        request.withSearch(new Search(limit, null, 1, threads)),
        RouteProgress.Listener.SILENT,
        () -> false);
  }

  private static double median(double[] values) {
    return java.util.Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(0);
  }

  private static double most(double[] values) {
    return java.util.Arrays.stream(values).max().orElse(0);
  }
}

package io.gemba.routes.model;

import io.gemba.routes.Needs.Pickup;
import io.gemba.routes.Needs.Span;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles do at places, as arrays. A node is one visit; times are epoch milliseconds.
 *
 * <pre>
 *   0 .. n-1      the visit at the order's place, of each of n orders
 *   n             free, for one order more
 *   n+1 .. n+p    the pickups of the p paired orders
 *   n+p+1         free, for the pickup of one order more
 *   n+p+2         any reload
 * </pre>
 *
 * Windows of node {@code i} are the entries {@code firstWindow[i]} to {@code lastWindow[i]} of
 * {@code opens} and {@code closes}, in order of time.
 */
final class VisitTable {
  /** Node of a pickup where there is none. */
  static final int NONE = -1;

  final int reload;
  final int[] place;
  final int[] order;
  final int[] pickup;
  final int[] firstWindow;
  final int[] lastWindow;
  final long[] opens;
  final long[] closes;
  final long[] service;
  final boolean[] hard;
  final Visit[] visit;

  /** For each dimension the load of each node. */
  final double[][] loads;

  /**
   * What all visits are, where all are deliveries from the depot or all are collections for it:
   * then loads only add up; null elsewhere.
   */
  final @Nullable Visit only;

  /** One node before it is written into the arrays. */
  private record Entry(
      int place, int order, List<Span> windows, boolean hard, double seconds, Visit visit) {}

  private VisitTable(List<Order> orders, Entry[] entries, Dimensions dimensions) {
    reload = entries.length;
    place = new int[reload];
    order = new int[reload];
    pickup = new int[orders.size()];
    firstWindow = new int[reload];
    lastWindow = new int[reload];
    service = new long[reload];
    hard = new boolean[reload];
    visit = new Visit[reload];
    loads = new double[dimensions.count()][reload];
    Arrays.fill(pickup, NONE);
    List<Span> windows = new ArrayList<>();
    for (int node = 0; node < reload; node++) {
      Entry entry = entries[node];
      if (entry != null) {
        place[node] = entry.place();
        order[node] = entry.order();
        service[node] = Math.round(entry.seconds() * 1000);
        hard[node] = entry.hard();
        visit[node] = entry.visit();
        for (int dimension = 0; dimension < loads.length; dimension++) {
          loads[dimension][node] = dimensions.load(orders.get(entry.order()), dimension);
        }
        firstWindow[node] = windows.size();
        windows.addAll(entry.windows());
        lastWindow[node] = windows.size() - 1;
        if (entry.visit() == Visit.PICKUP) {
          pickup[entry.order()] = node;
        }
      }
    }
    only =
        isOnly(Visit.DELIVERY)
            ? Visit.DELIVERY
            : isOnly(Visit.COLLECTION) ? Visit.COLLECTION : null;
    opens = windows.stream().mapToLong(window -> window.start().toEpochMilli()).toArray();
    closes = windows.stream().mapToLong(window -> window.end().toEpochMilli()).toArray();
  }

  private boolean isOnly(Visit kind) {
    return Arrays.stream(visit).allMatch(one -> one == null || one == kind);
  }

  static VisitTable of(
      List<Order> orders, Dimensions dimensions, ToIntFunction<String> placeIndex) {
    int count = orders.size();
    int pairs = 0;
    for (Order order : orders) {
      pairs += order.needs().pickup() == null ? 0 : 1;
    }
    Entry[] entries = new Entry[count + pairs + 2];
    int nextPickup = count + 1;
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      Pickup pickup = order.needs().pickup();
      List<Span> windows = new ArrayList<>();
      windows.add(span(order.window()));
      windows.addAll(order.needs().otherWindows());
      entries[i] =
          new Entry(
              placeIndex.applyAsInt(order.place()),
              i,
              windows,
              order.window().hard(),
              order.serviceSeconds(),
              order.needs().collected() ? Visit.COLLECTION : Visit.DELIVERY);
      if (pickup != null) {
        entries[nextPickup++] =
            new Entry(
                placeIndex.applyAsInt(pickup.place()),
                i,
                List.of(span(pickup.window())),
                pickup.window().hard(),
                pickup.serviceSeconds(),
                Visit.PICKUP);
      }
    }
    return new VisitTable(orders, entries, dimensions);
  }

  /** The same with one order more on the free nodes. */
  VisitTable with(Order order, Dimensions dimensions, ToIntFunction<String> placeIndex) {
    return new VisitTable(this, VisitTable.of(List.of(order), dimensions, placeIndex));
  }

  /**
   * @param one the table of one order alone
   */
  private VisitTable(VisitTable base, VisitTable one) {
    int orders = base.pickup.length;
    reload = base.reload;
    place = base.place.clone();
    order = base.order.clone();
    pickup = Arrays.copyOf(base.pickup, orders + 1);
    firstWindow = base.firstWindow.clone();
    lastWindow = base.lastWindow.clone();
    opens = Arrays.copyOf(base.opens, base.opens.length + one.opens.length);
    closes = Arrays.copyOf(base.closes, base.closes.length + one.closes.length);
    System.arraycopy(one.opens, 0, opens, base.opens.length, one.opens.length);
    System.arraycopy(one.closes, 0, closes, base.closes.length, one.closes.length);
    service = base.service.clone();
    hard = base.hard.clone();
    visit = base.visit.clone();
    loads = Arrays.stream(base.loads).map(double[]::clone).toArray(double[][]::new);
    only = orders == 0 || base.only == one.only ? one.only : null;
    pickup[orders] = one.pickup[0] == NONE ? NONE : reload - 1;
    take(one, 0, orders, base.opens.length);
    if (pickup[orders] != NONE) {
      take(one, one.pickup[0], reload - 1, base.opens.length);
    }
  }

  private void take(VisitTable one, int from, int node, int windows) {
    place[node] = one.place[from];
    order[node] = pickup.length - 1;
    firstWindow[node] = windows + one.firstWindow[from];
    lastWindow[node] = windows + one.lastWindow[from];
    service[node] = one.service[from];
    hard[node] = one.hard[from];
    visit[node] = one.visit[from];
    for (int dimension = 0; dimension < loads.length; dimension++) {
      loads[dimension][node] = one.loads[dimension][from];
    }
  }

  private static Span span(Window window) {
    return new Span(window.start(), window.end());
  }

  /** The window that service of a node falls into when the vehicle arrives then. */
  int window(int node, long arrival) {
    int window = firstWindow[node];
    int last = lastWindow[node];
    while (window < last && arrival > closes[window]) {
      window++;
    }
    return window;
  }

  /** Latest start of service that still lets the vehicle begin by a time; unbounded when soft. */
  long latestStart(int node, long by) {
    if (!hard[node]) {
      return by;
    }
    int window = lastWindow[node];
    while (window > firstWindow[node] && opens[window] > by) {
      window--;
    }
    return opens[window] > by ? Long.MIN_VALUE : Math.min(by, closes[window]);
  }
}

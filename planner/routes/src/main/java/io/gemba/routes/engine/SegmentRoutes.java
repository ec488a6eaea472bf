package io.gemba.routes.engine;

/**
 * Routes that may break windows and capacity, each breach counted. Time warp is the time a vehicle
 * would have to travel back to be on time (Nagata, Braysy and Dullaert 2010); for every customer
 * the stretch up to it and the stretch from it on are kept as segments that concatenate in constant
 * time (Vidal et al. 2013).
 *
 * <p>A segment is four numbers: {@code D} duration less time warp, {@code W} time warp, {@code E}
 * and {@code L} earliest and latest start that cause neither more warp nor more duration. {@code
 * segments} holds eight ints a node: D, W, E, L of the stretch from the depot up to the node, then
 * D, W, E, L of the stretch from the node back to the depot.
 */
final class SegmentRoutes extends LinkedRoutes {
  static final int FIELDS = 8;
  static final int SUFFIX = 4;

  final int[] segments;
  final int[] place;
  final int[] loadUpTo;
  final int[] lengthUpTo;
  final int[] warp;
  final int[] routeLength;

  SegmentRoutes(PlainProblem problem) {
    super(problem);
    segments = new int[next.length * FIELDS];
    place = new int[next.length];
    loadUpTo = new int[next.length];
    lengthUpTo = new int[next.length];
    warp = new int[size.length];
    routeLength = new int[size.length];
    for (int r = 0; r < size.length; r++) {
      int at = sentinel(r) * FIELDS;
      segments[at + 2] = problem.open[0];
      segments[at + 3] = problem.close[0];
      segments[at + SUFFIX + 2] = problem.open[0];
      segments[at + SUFFIX + 3] = problem.close[0];
    }
  }

  @Override
  void changed(int forwardFrom, int backwardFrom) {
    forward(forwardFrom);
    backward(backwardFrom);
  }

  @Override
  void recompute(int r) {
    int sentinel = sentinel(r);
    forward(next[sentinel]);
    backward(prev[sentinel]);
  }

  /** How much the load of a route exceeds the capacity. */
  int excess(int r) {
    return Math.max(0, load[r] - problem.capacity);
  }

  @Override
  int measure(int r, int what) {
    return switch (what) {
      case RouteJournal.LENGTH -> routeLength[r];
      case RouteJournal.WARP -> warp[r];
      case RouteJournal.USED -> size[r] > 0 ? 1 : 0;
      default -> excess(r);
    };
  }

  private void forward(int from) {
    int node = from;
    int before = prev[node];
    int at = before * FIELDS;
    int d = segments[at];
    int w = segments[at + 1];
    int e = segments[at + 2];
    int l = segments[at + 3];
    while (node <= n) {
      place[node] = place[before] + 1;
      loadUpTo[node] = loadUpTo[before] + problem.demand[node];
      lengthUpTo[node] = lengthUpTo[before] + legIn[node];
      int reach = d + timeIn[node];
      int wait = Math.max(problem.open[node] - reach - l, 0);
      int back = Math.max(e + reach - problem.close[node], 0);
      d = reach + problem.service[node] + wait - back;
      w += back;
      e = Math.max(problem.open[node] - reach, e) - wait;
      l = Math.min(problem.close[node] - reach, l) + back;
      at = node * FIELDS;
      segments[at] = d;
      segments[at + 1] = w;
      segments[at + 2] = e;
      segments[at + 3] = l;
      before = node;
      node = next[node];
    }
    int r = route[node];
    if (before > n) {
      warp[r] = 0;
      routeLength[r] = 0;
    } else {
      warp[r] = w + Math.max(e + d + timeIn[node] - problem.close[0], 0);
      routeLength[r] = lengthUpTo[before] + legIn[node];
    }
  }

  private void backward(int from) {
    int node = from;
    int after = next[node];
    int at = after * FIELDS + SUFFIX;
    int d = segments[at];
    int w = segments[at + 1];
    int e = segments[at + 2];
    int l = segments[at + 3];
    while (node <= n) {
      int reach = problem.service[node] + timeIn[after];
      int wait = Math.max(e - reach - problem.close[node], 0);
      int back = Math.max(problem.open[node] + reach - l, 0);
      d += reach + wait - back;
      w += back;
      e = Math.max(e - reach, problem.open[node]) - wait;
      l = Math.min(l - reach, problem.close[node]) + back;
      at = node * FIELDS + SUFFIX;
      segments[at] = d;
      segments[at + 1] = w;
      segments[at + 2] = e;
      segments[at + 3] = l;
      after = node;
      node = prev[node];
    }
  }

  /**
   * Exchanges the tails of two routes: {@code a -> next[b]} and {@code b -> next[a]}.
   *
   * @param a last node of its route's head, a sentinel when the head is empty
   * @param b the same in another route
   */
  void exchangeTails(int a, int b) {
    int routeA = route[a];
    int routeB = route[b];
    int tailA = next[a];
    int tailB = next[b];
    int lastA = prev[sentinel(routeA)];
    int lastB = prev[sentinel(routeB)];
    int headLoadA = a > n ? 0 : loadUpTo[a];
    int headLoadB = b > n ? 0 : loadUpTo[b];
    int headA = a > n ? 0 : place[a];
    int headB = b > n ? 0 : place[b];
    int loadA = headLoadA + load[routeB] - headLoadB;
    int loadB = headLoadB + load[routeA] - headLoadA;
    int sizeA = headA + size[routeB] - headB;
    int sizeB = headB + size[routeA] - headA;
    join(a, tailB, lastB, routeA);
    join(b, tailA, lastA, routeB);
    load[routeA] = loadA;
    load[routeB] = loadB;
    size[routeA] = sizeA;
    size[routeB] = sizeB;
    changed(next[a], a);
    changed(next[b], b);
  }

  private void join(int head, int tail, int last, int r) {
    if (tail > n) {
      link(head, sentinel(r));
      return;
    }
    link(head, tail);
    for (int node = tail; node != last; node = next[node]) {
      route[node] = r;
    }
    route[last] = r;
    link(last, sentinel(r));
  }
}

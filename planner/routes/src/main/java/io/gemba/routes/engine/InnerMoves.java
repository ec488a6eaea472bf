package io.gemba.routes.engine;

/** Moves within one route: a chain goes elsewhere in it, a stretch is turned round. */
final class InnerMoves extends Moves {

  InnerMoves(
      SegmentRoutes routes, Penalties penalties, RouteJournal journal, ChangedCustomers changed) {
    super(routes, penalties, journal, changed);
  }

  /** Moves first..last after a in the same route. */
  boolean shift(int first, int last, int a) {
    int before = routes.prev[first];
    int after = routes.next[last];
    int b = routes.next[a];
    boolean inside =
        a <= routes.n
            && routes.place[a] >= routes.place[first]
            && routes.place[a] <= routes.place[last];
    if (inside || a == before) {
      return false;
    }
    double change =
        way(a, first)
            - routes.legIn[first]
            - routes.legIn[after]
            - routes.legIn[b]
            - penalties.warp * routes.warp[routes.route[first]];
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(last, b) + way(before, after);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      change += penalties.warp * shiftedWarp(first, last, a);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    int r = routes.route[first];
    touch(r, r);
    int count = take(first, last);
    routes.remove(first, last);
    put(a, count);
    mark(before, after);
    mark(a, b);
    mark(first, last);
    return true;
  }

  private int shiftedWarp(int first, int last, int a) {
    int b = routes.next[a];
    boolean forward = a <= routes.n && routes.place[a] > routes.place[last];
    if (forward) {
      way.head(routes.prev[first]);
      walk(routes.next[last], a);
      walk(first, last);
      return way.tail(b);
    }
    way.head(a);
    walk(first, last);
    if (b != first) {
      walk(b, routes.prev[first]);
    }
    return way.tail(routes.next[last]);
  }

  /** Turns the stretch next[u]..v round, so that u is followed by v; only without windows. */
  boolean turn(int u, int v) {
    int x = routes.next[u];
    int y = routes.next[v];
    if (x == v || problem.distance != problem.distanceTo) {
      return false;
    }
    double change = way(u, v) + way(x, y) - routes.legIn[x] - routes.legIn[y];
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int r = routes.route[u];
    touch(r, r);
    int count = take(x, v);
    routes.remove(x, v);
    for (int i = 0; i < count; i++) {
      routes.insertAfter(u, sequence[i]);
    }
    mark(u, v);
    mark(x, y);
    return true;
  }
}

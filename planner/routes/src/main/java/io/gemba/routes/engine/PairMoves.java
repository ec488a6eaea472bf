package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Moves between two routes: a chain goes over, chains are exchanged, tails are exchanged. Each is
 * made when it lowers length plus penalties; its parts are added up from the cheapest to look at to
 * the dearest, and it is dropped as soon as the sum cannot become a gain any more.
 */
final class PairMoves extends Moves {

  PairMoves(
      SegmentRoutes routes, Penalties penalties, RouteJournal journal, ChangedCustomers changed) {
    super(routes, penalties, journal, changed);
  }

  private int load(int first, int last) {
    return routes.loadUpTo[last] - routes.loadUpTo[first] + problem.demand[first];
  }

  private double loads(int load) {
    return penalties.excess * Math.max(0, load - problem.capacity);
  }

  /** Moves first..last between a and b of another route. */
  boolean move(int first, int last, int a, int b, double now) {
    int before = routes.prev[first];
    int after = routes.next[last];
    int from = routes.route[first];
    int to = routes.route[a];
    double change =
        way(a, first)
            - routes.legIn[first]
            - routes.legIn[after]
            - (a == b ? -penalties.route : routes.legIn[b])
            - (before == after ? penalties.route : 0)
            - now;
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(last, b);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += before == after ? 0 : way(before, after);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int load = load(first, last);
    change += loads(routes.load[from] - load) + loads(routes.load[to] + load);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      way.head(a);
      walk(first, last);
      change += penalties.warp * way.tail(b);
      if (change >= -LEAST_GAIN) {
        return false;
      }
      way.head(before);
      change += before == after ? 0 : penalties.warp * way.tail(after);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    touch(from, to);
    int count = take(first, last);
    routes.remove(first, last);
    put(a, count);
    mark(before, after);
    mark(a, b);
    mark(first, last);
    return true;
  }

  /** Exchanges first..last with c..e of another route. */
  boolean exchange(int first, int last, int c, int e, double now) {
    if (c > routes.n || e > routes.n) {
      return false;
    }
    int before = routes.prev[first];
    int after = routes.next[last];
    int a = routes.prev[c];
    int b = routes.next[e];
    int from = routes.route[first];
    int to = routes.route[c];
    double change =
        way(a, first)
            - routes.legIn[first]
            - routes.legIn[after]
            - routes.legIn[c]
            - routes.legIn[b]
            - now;
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(last, b);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(before, c);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(e, after);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int load = load(first, last) - load(c, e);
    change += loads(routes.load[from] - load) + loads(routes.load[to] + load);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      way.head(before);
      walk(c, e);
      change += penalties.warp * way.tail(after);
      if (change >= -LEAST_GAIN) {
        return false;
      }
      way.head(a);
      walk(first, last);
      change += penalties.warp * way.tail(b);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    touch(from, to);
    int count = take(first, last);
    routes.remove(first, last);
    int[] ours = Arrays.copyOf(sequence, count);
    int others = take(c, e);
    routes.remove(c, e);
    put(before, others);
    System.arraycopy(ours, 0, sequence, 0, count);
    put(a, count);
    mark(before, after);
    mark(a, b);
    mark(first, last);
    mark(c, e);
    return true;
  }

  /** Exchanges tails: what follows a now follows b, and the other way round. */
  boolean tails(int b, int a, double now) {
    int from = routes.route[b];
    int to = routes.route[a];
    int tailB = routes.next[b];
    int tailA = routes.next[a];
    if (a > routes.n && b > routes.n) {
      return false;
    }
    double change =
        joint(a, tailB) + joint(b, tailA) - routes.legIn[tailB] - routes.legIn[tailA] - now;
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int headA = a > routes.n ? 0 : routes.loadUpTo[a];
    int headB = b > routes.n ? 0 : routes.loadUpTo[b];
    change += loads(headA + routes.load[from] - headB) + loads(headB + routes.load[to] - headA);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      way.head(a);
      change += penalties.warp * way.tail(tailB);
      if (change >= -LEAST_GAIN) {
        return false;
      }
      way.head(b);
      change += penalties.warp * way.tail(tailA);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    touch(from, to);
    routes.exchangeTails(a, b);
    mark(a, tailB);
    mark(b, tailA);
    return true;
  }

  /** Where head and tail are both empty the route is saved. */
  private int joint(int head, int tail) {
    return head > routes.n && tail > routes.n ? -penalties.route : way(head, tail);
  }
}

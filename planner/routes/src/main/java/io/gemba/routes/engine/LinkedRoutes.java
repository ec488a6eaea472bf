package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Routes as a circle of links each, closed by a sentinel node {@code customers + 1 + route} that
 * stands for the depot at both ends. What an engine knows beside the links is kept by subclasses.
 *
 * <p>Threads may work on the same object at the same time as long as each keeps to its own part:
 * its own customers and its own route numbers ({@link #part}).
 *
 * <pre>
 *   next:   sentinel -> a -> b -> c -> sentinel        legIn[b] = length of the way a -> b
 *   prev:   sentinel <- a <- b <- c <- sentinel        legIn[sentinel] = length of the way c -> depot
 * </pre>
 */
abstract class LinkedRoutes {
  /** Route number of a customer that is on none. */
  static final int NONE = -1;

  final PlainProblem problem;
  final int n;
  final int[] next;
  final int[] prev;
  final int[] route;
  final int[] loc;
  final int[] legIn;
  final int[] timeIn;
  final int[] size;
  final int[] load;
  final byte[] part;

  LinkedRoutes(PlainProblem problem) {
    this.problem = problem;
    n = problem.customers;
    int nodes = n + 1 + problem.fleet;
    next = new int[nodes];
    prev = new int[nodes];
    route = new int[nodes];
    loc = new int[nodes];
    legIn = new int[nodes];
    timeIn = problem.time == problem.distance ? legIn : new int[nodes];
    size = new int[problem.fleet];
    load = new int[problem.fleet];
    part = new byte[n + 1];
    Arrays.fill(route, 0, n + 1, NONE);
    for (int customer = 1; customer <= n; customer++) {
      loc[customer] = customer;
    }
    for (int r = 0; r < problem.fleet; r++) {
      int sentinel = n + 1 + r;
      route[sentinel] = r;
      next[sentinel] = sentinel;
      prev[sentinel] = sentinel;
    }
  }

  /** Makes two nodes neighbours. */
  final void link(int from, int to) {
    next[from] = to;
    prev[to] = from;
    int way = loc[from] * problem.stride + loc[to];
    legIn[to] = problem.distance[way];
    timeIn[to] = problem.time[way];
  }

  /**
   * Puts a customer that is on no route between a node and the next.
   *
   * @return by how much the route becomes longer
   */
  final int insertAfter(int node, int customer) {
    int follower = next[node];
    int r = route[node];
    int before = legIn[follower];
    if (size[r] == 0) {
      before = 0;
    }
    link(node, customer);
    link(customer, follower);
    route[customer] = r;
    size[r]++;
    load[r] += problem.demand[customer];
    changed(customer, customer);
    return legIn[customer] + legIn[follower] - before;
  }

  /**
   * Takes a stretch of customers out of its route.
   *
   * @return by how much the route becomes longer, mostly negative
   */
  final int remove(int first, int last) {
    int r = route[first];
    int before = prev[first];
    int after = next[last];
    int old = legIn[after];
    for (int node = first; node != after; node = next[node]) {
      old += legIn[node];
      route[node] = NONE;
      size[r]--;
      load[r] -= problem.demand[node];
    }
    link(before, after);
    changed(after, before);
    return legIn[after] - old;
  }

  /**
   * Recomputes what follows from the links.
   *
   * @param forwardFrom first node whose way in is new; what lies behind follows from it
   * @param backwardFrom last node whose way out is new; what lies before follows from it
   */
  abstract void changed(int forwardFrom, int backwardFrom);

  /** Recomputes everything that follows from the links of one route. */
  abstract void recompute(int r);

  /** One of the measures of {@link RouteJournal}; 0 where the engine does not keep it. */
  int measure(int r, int what) {
    return 0;
  }

  final int sentinel(int r) {
    return n + 1 + r;
  }

  final boolean isSentinel(int node) {
    return node > n;
  }

  /** Empties all routes. */
  final void clear() {
    for (int r = 0; r < size.length; r++) {
      if (size[r] > 0) {
        remove(next[sentinel(r)], prev[sentinel(r)]);
      }
    }
  }

  /** Replaces all routes; customers that are not named are on none. */
  final void set(int[][] routes) {
    clear();
    for (int r = 0; r < routes.length; r++) {
      int last = sentinel(r);
      for (int customer : routes[r]) {
        insertAfter(last, customer);
        last = customer;
      }
    }
  }

  /** Length of one route. */
  final int length(int r) {
    int sentinel = sentinel(r);
    if (size[r] == 0) {
      return 0;
    }
    int sum = legIn[sentinel];
    for (int node = next[sentinel]; node != sentinel; node = next[node]) {
      sum += legIn[node];
    }
    return sum;
  }

  /** The customers of a route in order of visit. */
  final int[] customers(int r) {
    int[] customers = new int[size[r]];
    int node = next[sentinel(r)];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = node;
      node = next[node];
    }
    return customers;
  }
}

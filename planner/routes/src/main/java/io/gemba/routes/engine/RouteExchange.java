package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a plan of two: some routes that lie together come from the second, and those of the first
 * that have fewest other customers make room for them (after the selective route exchange of
 * Nagata, Braysy and Dullaert 2010). Customers of routes that made room are on no route then.
 */
final class RouteExchange {
  private final Neighbours neighbours;
  private final FastRandom random;
  private final int customers;

  RouteExchange(PlainProblem problem, Neighbours neighbours, FastRandom random) {
    this.neighbours = neighbours;
    this.random = random;
    customers = problem.customers;
  }

  /**
   * Crosses two plans.
   *
   * @return routes, none empty, at most as many as {@code first} has
   */
  int[][] cross(int[][] first, int[][] second) {
    int wanted = 1 + random.below(Math.max(1, Math.min(first.length, second.length) / 2));
    List<int[]> child = new ArrayList<>();
    boolean[] taken = new boolean[customers + 1];
    for (int r : together(second, wanted)) {
      child.add(second[r]);
      for (int customer : second[r]) {
        taken[customer] = true;
      }
    }
    long[] keys = new long[first.length];
    int[][] rest = new int[first.length][];
    for (int r = 0; r < first.length; r++) {
      rest[r] = Arrays.stream(first[r]).filter(customer -> !taken[customer]).toArray();
      keys[r] = ((long) rest[r].length << 32) | r;
    }
    Arrays.sort(keys);
    for (int i = Math.min(keys.length, child.size()); i < keys.length; i++) {
      int[] kept = rest[(int) keys[i]];
      if (kept.length > 0) {
        child.add(kept);
      }
    }
    return child.toArray(int[][]::new);
  }

  /** Routes of the nearest neighbours of a random customer. */
  private List<Integer> together(int[][] routes, int wanted) {
    int[] routeOf = new int[customers + 1];
    Arrays.fill(routeOf, LinkedRoutes.NONE);
    for (int r = 0; r < routes.length; r++) {
      for (int customer : routes[r]) {
        routeOf[customer] = r;
      }
    }
    List<Integer> chosen = new ArrayList<>();
    int list = (1 + random.below(customers)) * neighbours.nearWidth;
    for (int i = 0; i < neighbours.nearWidth && chosen.size() < wanted; i++) {
      int r = routeOf[neighbours.near[list + i]];
      if (r != LinkedRoutes.NONE && !chosen.contains(r)) {
        chosen.add(r);
      }
    }
    return chosen;
  }
}

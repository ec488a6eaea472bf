package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan as successor lists, cheap to copy: what a search keeps of the best it has seen. */
final class BestRoutes {
  private final LinkedRoutes routes;
  private final int[] next;

  BestRoutes(LinkedRoutes routes) {
    this.routes = routes;
    next = routes.next.clone();
  }

  /** Copies the given customers and routes only. */
  void copy(int[] customers, int[] routeNumbers) {
    for (int customer : customers) {
      next[customer] = routes.next[customer];
    }
    for (int r : routeNumbers) {
      next[routes.sentinel(r)] = routes.next[routes.sentinel(r)];
    }
  }

  /** Makes the given routes as they were copied. */
  void putBack(int[] routeNumbers) {
    for (int r : routeNumbers) {
      if (routes.size[r] > 0) {
        int sentinel = routes.sentinel(r);
        routes.remove(routes.next[sentinel], routes.prev[sentinel]);
      }
    }
    for (int r : routeNumbers) {
      int last = routes.sentinel(r);
      for (int node = next[last]; node <= routes.n; node = next[node]) {
        routes.insertAfter(last, node);
        last = node;
      }
    }
  }

  /** Those of the given routes that have customers, in order of visit. */
  int[][] routes(int[] routeNumbers) {
    List<int[]> found = new ArrayList<>();
    int[] buffer = new int[routes.n];
    for (int r : routeNumbers) {
      int count = 0;
      for (int node = next[routes.sentinel(r)]; node <= routes.n; node = next[node]) {
        buffer[count++] = node;
      }
      if (count > 0) {
        found.add(Arrays.copyOf(buffer, count));
      }
    }
    return found.toArray(int[][]::new);
  }
}

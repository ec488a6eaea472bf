package io.gemba.routes.benchmark;

import java.util.List;

/**
 * A plan of a benchmark instance.
 *
 * @param routes node numbers in order of visit, without the depot
 * @param firstPlanMillis from the call to the first complete plan
 * @param iterations of the first thread
 */
public record Solved(List<List<Integer>> routes, long firstPlanMillis, long iterations) {
  /** Copies the routes. */
  public Solved {
    routes = routes.stream().map(List::copyOf).toList();
  }
}

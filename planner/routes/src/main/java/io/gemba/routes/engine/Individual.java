package io.gemba.routes.engine;

/** A complete plan in a population, kept as who follows whom too, to tell how unlike two are. */
final class Individual {
  final PlainPlan plan;
  private final int[] next;
  private final int[] prev;

  /** Rank among the population by length and by unlikeness together, lower is better. */
  double fitness;

  Individual(PlainPlan plan, int customers) {
    this.plan = plan;
    next = new int[customers + 1];
    prev = new int[customers + 1];
    for (int[] route : plan.routes()) {
      for (int i = 1; i < route.length; i++) {
        next[route[i - 1]] = route[i];
        prev[route[i]] = route[i - 1];
      }
    }
  }

  /** Broken pairs: ways of this plan that the other has not, those from the depot included. */
  int unlike(Individual other) {
    int broken = 0;
    for (int customer = 1; customer < next.length; customer++) {
      if (next[customer] != other.next[customer]) {
        broken++;
      }
      if (prev[customer] == 0 && other.prev[customer] != 0) {
        broken++;
      }
    }
    return broken;
  }
}

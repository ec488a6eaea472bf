package io.gemba.routes.model;

import io.gemba.routes.RouteResult.Visit;

/**
 * What is aboard during a tour, in each dimension: the peak since the last (re)load. Goods for a
 * delivery were aboard from there on, and so they raise the peak; collected goods and pairs raise
 * it where they come aboard.
 *
 * <p>Four numbers a dimension, one after the other: peak since the load, highest peak, pairs
 * aboard, collected goods aboard.
 */
final class LoadGauge {
  private static final int WIDTH = 4;
  private static final int PEAK = 0;
  private static final int HIGHEST = 1;
  private static final int PAIRS = 2;
  private static final int COLLECTED = 3;

  private final VisitTable visits;
  private final double[] state;

  LoadGauge(VisitTable visits) {
    this.visits = visits;
    state = new double[WIDTH * visits.loads.length];
  }

  void begin() {
    for (int i = 0; i < state.length; i++) {
      state[i] = 0;
    }
  }

  void copy(LoadGauge other) {
    System.arraycopy(other.state, 0, state, 0, state.length);
  }

  void visit(int node) {
    int kind =
        switch (visits.visit[node]) {
          case PICKUP -> PAIRS;
          case COLLECTION -> COLLECTED;
          case DELIVERY -> visits.pickup[visits.order[node]] == VisitTable.NONE ? PEAK : WIDTH;
        };
    for (int dimension = 0, at = 0; at < state.length; dimension++, at += WIDTH) {
      double load = visits.loads[dimension][node];
      if (kind == WIDTH) {
        state[at + PAIRS] -= load;
      } else {
        state[at + kind] += load;
      }
    }
    peak();
  }

  /** Collected goods leave and new ones come aboard; pairs stay. */
  void reload() {
    for (int at = 0; at < state.length; at += WIDTH) {
      state[at + COLLECTED] = 0;
      state[at + PEAK] = 0;
    }
    peak();
  }

  private void peak() {
    for (int at = 0; at < state.length; at += WIDTH) {
      double peak = Math.max(state[at + PEAK], state[at + PAIRS] + state[at + COLLECTED]);
      state[at + PEAK] = peak;
      state[at + HIGHEST] = Math.max(state[at + HIGHEST], peak);
    }
  }

  /** Least that the most on board would be after a visit; what it is, for goods from the depot. */
  double highestWith(int dimension, int node) {
    int at = WIDTH * dimension;
    boolean loaded =
        visits.visit[node] == Visit.DELIVERY
            && visits.pickup[visits.order[node]] == VisitTable.NONE;
    double peak = state[at + PEAK] + (loaded ? visits.loads[dimension][node] : 0);
    return Math.max(state[at + HIGHEST], peak);
  }

  /** Most on board so far. */
  double highest(int dimension) {
    return state[WIDTH * dimension + HIGHEST];
  }
}

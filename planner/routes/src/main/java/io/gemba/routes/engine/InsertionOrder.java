package io.gemba.routes.engine;

/**
 * In which order removed customers come back: by chance, demand, distance from the depot, or window
 * (Christiaens and Vanden Berghe 2020, section 5.2, with their weights).
 */
final class InsertionOrder {
  private static final int RANDOM = 4;
  private static final int DEMAND = 8;
  private static final int FAR = 10;
  private static final int CLOSE = 11;
  private static final int SHORT_WINDOW = 13;
  private static final int EARLY_OPEN = 15;
  private static final int LATE_CLOSE = 17;

  private final PlainProblem problem;
  private final FastRandom random;
  private final int kinds;
  private final long[] keys;

  InsertionOrder(PlainProblem problem, FastRandom random) {
    this.problem = problem;
    this.random = random;
    kinds = problem.timed ? LATE_CLOSE : CLOSE;
    keys = new long[problem.customers + 1];
  }

  /** Sorts the first {@code count} customers by a rule drawn by chance. */
  void sort(int[] customers, int count) {
    int kind = random.below(kinds);
    for (int i = 0; i < count; i++) {
      keys[i] = ((long) key(kind, customers[i]) << 32) | customers[i];
    }
    for (int i = 1; i < count; i++) {
      long key = keys[i];
      int j = i;
      for (; j > 0 && keys[j - 1] > key; j--) {
        keys[j] = keys[j - 1];
      }
      keys[j] = key;
    }
    for (int i = 0; i < count; i++) {
      customers[i] = (int) keys[i];
    }
  }

  private int key(int kind, int customer) {
    if (kind < RANDOM) {
      return random.below(1 << 20);
    } else if (kind < DEMAND) {
      return -problem.demand[customer];
    } else if (kind < FAR) {
      return -problem.distance[customer];
    } else if (kind < CLOSE) {
      return problem.distance[customer];
    } else if (kind < SHORT_WINDOW) {
      return problem.close[customer] - problem.open[customer];
    } else if (kind < EARLY_OPEN) {
      return problem.open[customer];
    }
    return -problem.close[customer];
  }
}

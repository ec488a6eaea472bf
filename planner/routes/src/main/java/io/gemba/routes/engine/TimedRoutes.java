package io.gemba.routes.engine;

/**
 * Feasible routes with the earliest and latest start of service at each customer, so that an
 * insertion is tested in constant time (Savelsbergh 1992): {@code u} fits between {@code i} and
 * {@code j} when its own window and {@code latest[j]} are met.
 */
final class TimedRoutes extends LinkedRoutes {
  final int[] depart;
  final int[] latest;

  TimedRoutes(PlainProblem problem) {
    super(problem);
    depart = new int[next.length];
    latest = new int[next.length];
    for (int r = 0; r < size.length; r++) {
      depart[sentinel(r)] = problem.open[0];
      latest[sentinel(r)] = problem.close[0];
    }
  }

  @Override
  void changed(int forwardFrom, int backwardFrom) {
    if (!problem.timed) {
      return;
    }
    int node = forwardFrom;
    while (node <= n) {
      int start = Math.max(problem.open[node], depart[prev[node]] + timeIn[node]);
      int leaves = start + problem.service[node];
      if (depart[node] == leaves && node != forwardFrom) {
        break;
      }
      depart[node] = leaves;
      node = next[node];
    }
    node = backwardFrom;
    while (node <= n) {
      int follower = next[node];
      int start =
          Math.min(
              problem.close[node], latest[follower] - timeIn[follower] - problem.service[node]);
      if (latest[node] == start && node != backwardFrom) {
        break;
      }
      latest[node] = start;
      node = prev[node];
    }
  }

  @Override
  void recompute(int r) {
    if (!problem.timed) {
      return;
    }
    int sentinel = sentinel(r);
    for (int node = next[sentinel]; node != sentinel; node = next[node]) {
      int start = Math.max(problem.open[node], depart[prev[node]] + timeIn[node]);
      depart[node] = start + problem.service[node];
    }
    for (int node = prev[sentinel]; node != sentinel; node = prev[node]) {
      int follower = next[node];
      latest[node] =
          Math.min(
              problem.close[node], latest[follower] - timeIn[follower] - problem.service[node]);
    }
  }
}

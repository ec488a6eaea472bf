package io.gemba.routes.engine;

/** What the moves of a local search share: looking at stretches of routes, and changing them. */
abstract class Moves {
  static final double LEAST_GAIN = 1e-6;

  final PlainProblem problem;
  final SegmentRoutes routes;
  final Penalties penalties;
  final Concatenation way;
  final int[] sequence;
  private final RouteJournal journal;
  private final ChangedCustomers changed;

  /**
   * @param journal hears of each route before it changes
   * @param changed gets the customers beside each change
   */
  Moves(SegmentRoutes routes, Penalties penalties, RouteJournal journal, ChangedCustomers changed) {
    problem = routes.problem;
    this.routes = routes;
    this.penalties = penalties;
    this.journal = journal;
    this.changed = changed;
    way = new Concatenation(routes);
    sequence = new int[routes.n + 4];
  }

  final double penaltyOf(int r) {
    return penalties.of(routes.warp[r], routes.excess(r));
  }

  final int way(int from, int to) {
    return problem.distance[routes.loc[from] * problem.stride + routes.loc[to]];
  }

  /** What is saved by taking a chain out of its route, the price of the route if it was all. */
  final int cut(int first, int last) {
    int before = routes.prev[first];
    int after = routes.next[last];
    int replaced = before == after ? -penalties.route : way(before, after);
    return routes.legIn[first] + routes.legIn[after] - replaced;
  }

  final void walk(int first, int last) {
    way.add(first);
    int node = first;
    while (node != last) {
      node = routes.next[node];
      way.add(node);
    }
  }

  final int take(int first, int last) {
    int count = 0;
    int node = first;
    sequence[count++] = node;
    while (node != last) {
      node = routes.next[node];
      sequence[count++] = node;
    }
    return count;
  }

  final void put(int after, int count) {
    int at = after;
    for (int i = 0; i < count; i++) {
      routes.insertAfter(at, sequence[i]);
      at = sequence[i];
    }
  }

  final void touch(int r, int s) {
    journal.touch(r);
    journal.touch(s);
  }

  final void mark(int a, int b) {
    changed.push(a);
    changed.push(b);
  }
}

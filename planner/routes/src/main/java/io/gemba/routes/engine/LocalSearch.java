package io.gemba.routes.engine;

/**
 * Descends from where a plan was changed: relocation of one to three stops, exchanges of up to two
 * by two, and exchanges of tails, each tried only where it makes near customers neighbours, and
 * taken when length plus penalties falls (Vidal et al. 2013). A move whose change of length alone
 * exceeds the penalties that its routes pay now is dropped before any window is looked at.
 */
final class LocalSearch {
  private static final int LONGEST_CHAIN = 3;

  private final PlainProblem problem;
  private final SegmentRoutes routes;
  private final Neighbours neighbours;
  private final ChangedCustomers changed;
  private final PairMoves pairs;
  private final InnerMoves inner;
  private byte part;
  private int empty;

  LocalSearch(
      SegmentRoutes routes, Neighbours neighbours, Penalties penalties, RouteJournal journal) {
    problem = routes.problem;
    this.routes = routes;
    this.neighbours = neighbours;
    changed = new ChangedCustomers(routes.n);
    pairs = new PairMoves(routes, penalties, journal, changed);
    inner = new InnerMoves(routes, penalties, journal, changed);
  }

  /** Marks a customer whose surroundings changed; the depot and absent customers are ignored. */
  void push(int customer) {
    changed.push(customer);
  }

  /**
   * Descends until no marked customer can be improved.
   *
   * @param emptyRoute number of a route without customers to open; -1 = none
   */
  void descend(byte ownPart, int emptyRoute) {
    part = ownPart;
    empty = emptyRoute;
    while (!changed.isEmpty()) {
      int customer = changed.take();
      if (routes.route[customer] != LinkedRoutes.NONE && improve(customer)) {
        push(customer);
      }
    }
  }

  private boolean improve(int u) {
    int list = u * neighbours.aroundWidth;
    for (int i = 0; i < neighbours.aroundWidth; i++) {
      int v = neighbours.around[list + i];
      if (v == 0) {
        break;
      }
      if (routes.part[v] != part || routes.route[v] == LinkedRoutes.NONE || isTooFar(u, v)) {
        continue;
      }
      if (routes.route[u] == routes.route[v] ? within(u, v) : between(u, v)) {
        return true;
      }
    }
    return pairs.penaltyOf(routes.route[u]) > 0 && open(u);
  }

  /**
   * Whether the new way between the two is longer than any way at them that it could replace, as
   * hardly any gain begins with a loss (Lin and Kernighan 1973).
   */
  private boolean isTooFar(int u, int v) {
    int length = problem.distance[u * problem.stride + v];
    int replaced =
        Math.max(
            Math.max(routes.legIn[u], routes.legIn[routes.next[u]]),
            Math.max(routes.legIn[v], routes.legIn[routes.next[v]]));
    return length >= replaced
        && length >= replaced + pairs.penaltyOf(routes.route[u]) + pairs.penaltyOf(routes.route[v]);
  }

  /** Moves that make the two neighbours, first with u behind v, then with u before v. */
  private boolean between(int u, int v) {
    double now = pairs.penaltyOf(routes.route[u]) + pairs.penaltyOf(routes.route[v]);
    int x = routes.next[u];
    int y = routes.next[v];
    double length = problem.distance[v * problem.stride + u] - now;
    if (length < Math.max(routes.legIn[u], routes.legIn[y])
        && (pairs.tails(routes.prev[u], v, now) || behind(u, v, now))) {
      return true;
    }
    length = problem.distance[u * problem.stride + v] - now;
    return length < Math.max(routes.legIn[x], routes.legIn[v])
        && (pairs.tails(routes.prev[v], u, now) || before(u, v, now));
  }

  /** Chains that begin with u go behind v, or change places with one or two stops there. */
  private boolean behind(int u, int v, double now) {
    int last = u;
    for (int length = 1; length <= LONGEST_CHAIN && last <= routes.n; length++) {
      int y = routes.next[v];
      if (pairs.move(u, last, v, y, now)
          || (length <= 2 && pairs.exchange(u, last, y, y, now))
          || (length == 2 && pairs.exchange(u, last, y, routes.next[y], now))) {
        return true;
      }
      last = routes.next[last];
    }
    return false;
  }

  /** Chains that end with u go before v, or change places with one or two stops there. */
  private boolean before(int u, int v, double now) {
    int first = u;
    for (int length = 1; length <= LONGEST_CHAIN && first <= routes.n; length++) {
      int a = routes.prev[v];
      if (pairs.move(first, u, a, v, now)
          || (length <= 2 && pairs.exchange(first, u, a, a, now))
          || (length == 2 && pairs.exchange(first, u, routes.prev[a], a, now))) {
        return true;
      }
      first = routes.prev[first];
    }
    return false;
  }

  /** The same within one route, by moving chains. */
  private boolean within(int u, int v) {
    double now = pairs.penaltyOf(routes.route[u]);
    double length = problem.distance[v * problem.stride + u] - now;
    if (length < Math.max(routes.legIn[u], routes.legIn[routes.next[v]]) && shiftBehind(u, v)) {
      return true;
    }
    length = problem.distance[u * problem.stride + v] - now;
    if (length < Math.max(routes.legIn[routes.next[u]], routes.legIn[v]) && shiftBefore(u, v)) {
      return true;
    }
    return !problem.timed && routes.place[u] < routes.place[v] && inner.turn(u, v);
  }

  private boolean shiftBehind(int u, int v) {
    int last = u;
    for (int length = 1; length <= LONGEST_CHAIN && last <= routes.n && last != v; length++) {
      if (inner.shift(u, last, v)) {
        return true;
      }
      last = routes.next[last];
    }
    return false;
  }

  private boolean shiftBefore(int u, int v) {
    int first = u;
    for (int length = 1; length <= LONGEST_CHAIN && first <= routes.n && first != v; length++) {
      if (inner.shift(first, u, routes.prev[v])) {
        return true;
      }
      first = routes.prev[first];
    }
    return false;
  }

  private boolean open(int u) {
    if (empty < 0 || routes.size[empty] > 0) {
      return false;
    }
    int sentinel = routes.sentinel(empty);
    return pairs.move(u, u, sentinel, sentinel, pairs.penaltyOf(routes.route[u]));
  }
}

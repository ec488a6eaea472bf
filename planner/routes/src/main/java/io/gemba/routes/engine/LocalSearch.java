package io.gemba.routes.engine;

/**
 * Descends from where a plan was changed: relocation of one to three stops, exchanges of up to two
 * by two, and exchanges of tails, each tried only where it makes near customers neighbours, and
 * taken when length plus penalties falls (Vidal et al. 2013). A move whose change of length alone
 * exceeds the penalties that its routes pay now is dropped before any window is looked at; what a
 * chain's leaving saves is worked out once for all places it could go to, and bounds exchanges too,
 * as the way past the stops that come instead is no shorter than the way without them.
 */
final class LocalSearch {
  private static final int LONGEST_CHAIN = 3;

  private final PlainProblem problem;
  private final SegmentRoutes routes;
  private final Neighbours neighbours;
  private final ChangedCustomers changed;
  private final PairMoves pairs;
  private final InnerMoves inner;
  private final int[] chainLast = new int[LONGEST_CHAIN];
  private final int[] chainFirst = new int[LONGEST_CHAIN];
  private final int[] cutBehind = new int[LONGEST_CHAIN];
  private final int[] cutBefore = new int[LONGEST_CHAIN];
  private int lasts;
  private int firsts;
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
    cutChains(u);
    double own = pairs.penaltyOf(routes.route[u]);
    int list = u * neighbours.aroundWidth;
    for (int i = 0; i < neighbours.aroundWidth; i++) {
      int v = neighbours.around[list + i];
      if (v == 0) {
        break;
      }
      int r = routes.route[v];
      if (routes.part[v] != part || r == LinkedRoutes.NONE) {
        continue;
      }
      if (r == routes.route[u] ? within(u, v, own) : between(u, v, own + pairs.penaltyOf(r))) {
        return true;
      }
    }
    return own > 0 && open(u);
  }

  /** What is saved by taking out the chains that begin, and those that end, with u. */
  private void cutChains(int u) {
    lasts = 0;
    for (int last = u; lasts < LONGEST_CHAIN && last <= routes.n; last = routes.next[last]) {
      chainLast[lasts] = last;
      cutBehind[lasts++] = pairs.cut(u, last);
    }
    firsts = 0;
    for (int first = u; firsts < LONGEST_CHAIN && first <= routes.n; first = routes.prev[first]) {
      chainFirst[firsts] = first;
      cutBefore[firsts++] = pairs.cut(first, u);
    }
  }

  /**
   * Moves that make the two neighbours, first with u behind v, then with u before v. A side is left
   * out when the new way is longer than both ways at it that it could replace, as hardly any gain
   * begins with a loss (Lin and Kernighan 1973).
   */
  private boolean between(int u, int v, double now) {
    int length = problem.distance[v * problem.stride + u];
    if (length - now < Math.max(routes.legIn[u], routes.legIn[routes.next[v]])
        && (pairs.tails(routes.prev[u], v, now) || behind(v, length, now))) {
      return true;
    }
    length = problem.distance[u * problem.stride + v];
    return length - now < Math.max(routes.legIn[routes.next[u]], routes.legIn[v])
        && (pairs.tails(routes.prev[v], u, now) || before(v, length, now));
  }

  /** Chains that begin with u go behind v, or change places with one or two stops there. */
  private boolean behind(int v, int length, double now) {
    int u = chainLast[0];
    int y = routes.next[v];
    int y2 = routes.next[y];
    for (int i = 0; i < lasts; i++) {
      int last = chainLast[i];
      double gain = cutBehind[i] + now;
      int cost = length - routes.legIn[y];
      if (cost + pairs.way(last, y) < gain && pairs.move(u, last, v, y, now)) {
        return true;
      }
      if (i == LONGEST_CHAIN - 1 || y > routes.n) {
        continue;
      }
      cost -= routes.legIn[y2];
      if (cost + pairs.way(last, y2) < gain && pairs.exchange(u, last, y, y, now)) {
        return true;
      }
      if (i == 1 && y2 <= routes.n) {
        int y3 = routes.next[y2];
        cost -= routes.legIn[y3];
        if (cost + pairs.way(last, y3) < gain && pairs.exchange(u, last, y, y2, now)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Chains that end with u go before v, or change places with one or two stops there. */
  private boolean before(int v, int length, double now) {
    int u = chainFirst[0];
    int a = routes.prev[v];
    int a2 = routes.prev[a];
    for (int i = 0; i < firsts; i++) {
      int first = chainFirst[i];
      double gain = cutBefore[i] + now;
      int cost = length - routes.legIn[v];
      if (cost + pairs.way(a, first) < gain && pairs.move(first, u, a, v, now)) {
        return true;
      }
      if (i == LONGEST_CHAIN - 1 || a > routes.n) {
        continue;
      }
      cost -= routes.legIn[a];
      if (cost + pairs.way(a2, first) < gain && pairs.exchange(first, u, a, a, now)) {
        return true;
      }
      if (i == 1 && a2 <= routes.n) {
        cost -= routes.legIn[a2];
        if (cost + pairs.way(routes.prev[a2], first) < gain
            && pairs.exchange(first, u, a2, a, now)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same within one route, by moving chains. */
  private boolean within(int u, int v, double now) {
    int length = problem.distance[v * problem.stride + u];
    int y = routes.next[v];
    if (length - now < Math.max(routes.legIn[u], routes.legIn[y])) {
      double cost = length - routes.legIn[y] - now;
      for (int i = 0; i < lasts && chainLast[i] != v; i++) {
        if (cost + pairs.way(chainLast[i], y) < cutBehind[i] && inner.shift(u, chainLast[i], v)) {
          return true;
        }
      }
    }
    length = problem.distance[u * problem.stride + v];
    int a = routes.prev[v];
    if (length - now < Math.max(routes.legIn[routes.next[u]], routes.legIn[v])) {
      double cost = length - routes.legIn[v] - now;
      for (int i = 0; i < firsts && chainFirst[i] != v; i++) {
        if (cost + pairs.way(a, chainFirst[i]) < cutBefore[i] && inner.shift(chainFirst[i], u, a)) {
          return true;
        }
      }
    }
    return !problem.timed && routes.place[u] < routes.place[v] && inner.turn(u, v);
  }

  private boolean open(int u) {
    if (empty < 0 || routes.size[empty] > 0) {
      return false;
    }
    int sentinel = routes.sentinel(empty);
    return pairs.move(u, u, sentinel, sentinel, pairs.penaltyOf(routes.route[u]));
  }
}

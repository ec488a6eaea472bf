package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Descends from where a plan was changed: relocation of one to three stops, exchanges of up to two
 * by two, and exchanges of tails, each tried only where it makes near customers neighbours, and
 * taken when length plus penalties falls (Vidal et al. 2013). A move whose change of length alone
 * exceeds the penalties that its routes pay now is dropped before any window is looked at.
 */
final class LocalSearch {
  private static final double LEAST_GAIN = 1e-6;
  private static final int LONGEST_CHAIN = 3;

  private final PlainProblem problem;
  private final SegmentRoutes routes;
  private final Neighbours neighbours;
  private final Penalties penalties;
  private final RouteJournal journal;
  private final Concatenation way;
  private final int[] queue;
  private final boolean[] queued;
  private final int[] sequence;
  private int queueHead;
  private int queueSize;
  private byte part;
  private int empty;

  LocalSearch(
      SegmentRoutes routes, Neighbours neighbours, Penalties penalties, RouteJournal journal) {
    problem = routes.problem;
    this.routes = routes;
    this.neighbours = neighbours;
    this.penalties = penalties;
    this.journal = journal;
    way = new Concatenation(routes);
    queue = new int[routes.n + 1];
    queued = new boolean[routes.n + 1];
    sequence = new int[routes.n + 4];
  }

  /** Marks a customer whose surroundings changed; the depot and absent customers are ignored. */
  void push(int customer) {
    if (customer > 0 && customer <= routes.n && !queued[customer]) {
      queued[customer] = true;
      queue[(queueHead + queueSize++) % queue.length] = customer;
    }
  }

  /**
   * Descends until no marked customer can be improved.
   *
   * @param emptyRoute number of a route without customers to open; -1 = none
   */
  void descend(byte ownPart, int emptyRoute) {
    part = ownPart;
    empty = emptyRoute;
    while (queueSize > 0) {
      int customer = queue[queueHead];
      queueHead = (queueHead + 1) % queue.length;
      queueSize--;
      queued[customer] = false;
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
    return penaltyOf(routes.route[u]) > 0 && open(u);
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
        && length >= replaced + penaltyOf(routes.route[u]) + penaltyOf(routes.route[v]);
  }

  private double penaltyOf(int r) {
    return penalties.of(routes.warp[r], routes.excess(r));
  }

  private int way(int from, int to) {
    return problem.distance[routes.loc[from] * problem.stride + routes.loc[to]];
  }

  private boolean between(int u, int v) {
    double now = penaltyOf(routes.route[u]) + penaltyOf(routes.route[v]);
    int x = routes.next[u];
    int y = routes.next[v];
    int before = routes.prev[v];
    double length = problem.distance[v * problem.stride + u] - now;
    if (length < Math.max(routes.legIn[u], routes.legIn[y])
        && (tails(routes.prev[u], v, now) || chains(u, v, y, now))) {
      return true;
    }
    length = problem.distance[u * problem.stride + v] - now;
    return length < Math.max(routes.legIn[x], routes.legIn[v])
        && (tails(before, u, now) || chains(u, before, v, now));
  }

  /**
   * Moves chains that begin or end with u into the gap between a and b of another route, or swaps
   * them with up to two stops there.
   */
  private boolean chains(int u, int a, int b, double now) {
    int first = u;
    int last = u;
    for (int length = 1; length <= LONGEST_CHAIN; length++) {
      if (move(first, last, a, b, now) || (length <= 2 && swaps(first, last, a, b, now))) {
        return true;
      }
      last = routes.next[last];
      if (last > routes.n) {
        break;
      }
    }
    int head = routes.prev[u];
    return head <= routes.n && move(head, u, a, b, now);
  }

  /** Exchanges with one stop on either side of the gap, and two with two. */
  private boolean swaps(int first, int last, int a, int b, double now) {
    return exchange(first, last, b, b, now)
        || exchange(first, last, a, a, now)
        || (first != last
            && (exchange(first, last, b, routes.next[b], now)
                || exchange(first, last, routes.prev[a], a, now)));
  }

  private int load(int first, int last) {
    return routes.loadUpTo[last] - routes.loadUpTo[first] + problem.demand[first];
  }

  private double loads(int load) {
    return penalties.excess * Math.max(0, load - problem.capacity);
  }

  /** Moves first..last between a and b of another route. */
  private boolean move(int first, int last, int a, int b, double now) {
    int before = routes.prev[first];
    int after = routes.next[last];
    int from = routes.route[first];
    int to = routes.route[a];
    double change =
        way(a, first)
            - routes.legIn[first]
            - routes.legIn[after]
            - (a == b ? 0 : routes.legIn[b])
            - now;
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(last, b);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += before == after ? 0 : way(before, after);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int load = load(first, last);
    change += loads(routes.load[from] - load) + loads(routes.load[to] + load);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      way.head(a);
      walk(first, last);
      change += penalties.warp * way.tail(b);
      if (change >= -LEAST_GAIN) {
        return false;
      }
      way.head(before);
      change += before == after ? 0 : penalties.warp * way.tail(after);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    touch(from, to);
    int count = take(first, last);
    routes.remove(first, last);
    put(a, count);
    mark(before, after);
    mark(a, b);
    push(first);
    push(last);
    return true;
  }

  private void walk(int first, int last) {
    way.add(first);
    int node = first;
    while (node != last) {
      node = routes.next[node];
      way.add(node);
    }
  }

  private int take(int first, int last) {
    int count = 0;
    int node = first;
    sequence[count++] = node;
    while (node != last) {
      node = routes.next[node];
      sequence[count++] = node;
    }
    return count;
  }

  private void put(int after, int count) {
    int at = after;
    for (int i = 0; i < count; i++) {
      routes.insertAfter(at, sequence[i]);
      at = sequence[i];
    }
  }

  /** Exchanges first..last with c..e of another route. */
  private boolean exchange(int first, int last, int c, int e, double now) {
    if (c > routes.n || e > routes.n) {
      return false;
    }
    int before = routes.prev[first];
    int after = routes.next[last];
    int a = routes.prev[c];
    int b = routes.next[e];
    int from = routes.route[first];
    int to = routes.route[c];
    double change =
        way(a, first)
            - routes.legIn[first]
            - routes.legIn[after]
            - routes.legIn[c]
            - routes.legIn[b]
            - now;
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(last, b);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(before, c);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(e, after);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int load = load(first, last) - load(c, e);
    change += loads(routes.load[from] - load) + loads(routes.load[to] + load);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      way.head(before);
      walk(c, e);
      change += penalties.warp * way.tail(after);
      if (change >= -LEAST_GAIN) {
        return false;
      }
      way.head(a);
      walk(first, last);
      change += penalties.warp * way.tail(b);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    touch(from, to);
    int count = take(first, last);
    routes.remove(first, last);
    int[] ours = Arrays.copyOf(sequence, count);
    int others = take(c, e);
    routes.remove(c, e);
    put(before, others);
    System.arraycopy(ours, 0, sequence, 0, count);
    put(a, count);
    mark(before, after);
    mark(a, b);
    push(first);
    push(last);
    push(c);
    push(e);
    return true;
  }

  /** Exchanges tails: what follows a now follows b, and the other way round. */
  private boolean tails(int b, int a, double now) {
    int from = routes.route[b];
    int to = routes.route[a];
    int tailB = routes.next[b];
    int tailA = routes.next[a];
    if (a > routes.n && b > routes.n) {
      return false;
    }
    double change =
        joint(a, tailB) + joint(b, tailA) - routes.legIn[tailB] - routes.legIn[tailA] - now;
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int headA = a > routes.n ? 0 : routes.loadUpTo[a];
    int headB = b > routes.n ? 0 : routes.loadUpTo[b];
    change += loads(headA + routes.load[from] - headB) + loads(headB + routes.load[to] - headA);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      way.head(a);
      change += penalties.warp * way.tail(tailB);
      if (change >= -LEAST_GAIN) {
        return false;
      }
      way.head(b);
      change += penalties.warp * way.tail(tailA);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    touch(from, to);
    routes.exchangeTails(a, b);
    mark(a, tailB);
    mark(b, tailA);
    return true;
  }

  private int joint(int head, int tail) {
    return head > routes.n && tail > routes.n ? 0 : way(head, tail);
  }

  /** Moves of chains that begin with u within its route, next to v. */
  private boolean within(int u, int v) {
    int last = u;
    for (int length = 1; length <= LONGEST_CHAIN && last <= routes.n; length++) {
      if (shift(u, last, v) || shift(u, last, routes.prev[v])) {
        return true;
      }
      last = routes.next[last];
      if (last == v) {
        break;
      }
    }
    return !problem.timed && routes.place[u] < routes.place[v] && turn(u, v);
  }

  /** Moves first..last after a in the same route. */
  private boolean shift(int first, int last, int a) {
    int before = routes.prev[first];
    int after = routes.next[last];
    int b = routes.next[a];
    boolean inside =
        a <= routes.n
            && routes.place[a] >= routes.place[first]
            && routes.place[a] <= routes.place[last];
    if (inside || a == before) {
      return false;
    }
    double change =
        way(a, first)
            - routes.legIn[first]
            - routes.legIn[after]
            - routes.legIn[b]
            - penalties.warp * routes.warp[routes.route[first]];
    if (change >= -LEAST_GAIN) {
      return false;
    }
    change += way(last, b) + way(before, after);
    if (change >= -LEAST_GAIN) {
      return false;
    }
    if (problem.timed) {
      change += penalties.warp * shiftedWarp(first, last, a);
      if (change >= -LEAST_GAIN) {
        return false;
      }
    }
    int r = routes.route[first];
    touch(r, r);
    int count = take(first, last);
    routes.remove(first, last);
    put(a, count);
    mark(before, after);
    mark(a, b);
    push(first);
    push(last);
    return true;
  }

  private int shiftedWarp(int first, int last, int a) {
    int b = routes.next[a];
    boolean forward = a <= routes.n && routes.place[a] > routes.place[last];
    if (forward) {
      way.head(routes.prev[first]);
      walk(routes.next[last], a);
      walk(first, last);
      return way.tail(b);
    }
    way.head(a);
    walk(first, last);
    if (b != first) {
      walk(b, routes.prev[first]);
    }
    return way.tail(routes.next[last]);
  }

  /** Turns the stretch next[u]..v round, so that u is followed by v; only without windows. */
  private boolean turn(int u, int v) {
    int x = routes.next[u];
    int y = routes.next[v];
    if (x == v || problem.distance != problem.distanceTo) {
      return false;
    }
    double change = way(u, v) + way(x, y) - routes.legIn[x] - routes.legIn[y];
    if (change >= -LEAST_GAIN) {
      return false;
    }
    int r = routes.route[u];
    touch(r, r);
    int count = take(x, v);
    routes.remove(x, v);
    for (int i = 0; i < count; i++) {
      routes.insertAfter(u, sequence[i]);
    }
    mark(u, v);
    mark(x, y);
    return true;
  }

  private boolean open(int u) {
    if (empty < 0 || routes.size[empty] > 0) {
      return false;
    }
    int sentinel = routes.sentinel(empty);
    return move(u, u, sentinel, sentinel, penaltyOf(routes.route[u]));
  }

  private void touch(int r, int s) {
    journal.touch(r);
    journal.touch(s);
  }

  private void mark(int a, int b) {
    push(a);
    push(b);
  }
}

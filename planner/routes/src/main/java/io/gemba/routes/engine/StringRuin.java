package io.gemba.routes.engine;

/**
 * Takes strings of neighbouring stops out of neighbouring routes: the ruin of "Slack Induction by
 * String Removals" (Christiaens and Vanden Berghe 2020, section 5.1), with their values for the
 * share of split strings and the depth of the split.
 */
final class StringRuin {
  private static final double SPLIT_SHARE = 0.5;
  private static final double SPLIT_DEEPER = 0.01;

  private final LinkedRoutes routes;
  private final Neighbours neighbours;
  private final FastRandom random;
  private final double meanRemoved;
  private final double longest;
  private final int[] ruinedAt;
  private int ruin;

  /** Customers taken out by the last ruin. */
  final int[] removed;

  int count;

  /** Nodes after which the last ruin took something out; some may have been taken out later. */
  final int[] gap;

  int gaps;

  /** By how much the plan became longer by the last ruin, mostly negative. */
  int lengthChange;

  /** Hears of each route before it changes. */
  @FunctionalInterface
  interface Before {
    void changes(int route);
  }

  StringRuin(LinkedRoutes routes, Neighbours neighbours, FastRandom random, Shape shape) {
    this.routes = routes;
    this.neighbours = neighbours;
    this.random = random;
    meanRemoved = shape.meanRemoved();
    longest = shape.longestString();
    ruinedAt = new int[routes.size.length];
    removed = new int[routes.n + 1];
    gap = new int[2 * routes.n + 2];
  }

  /**
   * How much is taken out.
   *
   * @param meanRemoved customers a ruin, on average
   * @param longestString customers a string, at most
   */
  record Shape(double meanRemoved, double longestString) {}

  /**
   * Ruins around a customer, in one part of the plan.
   *
   * @param seed on a route or on none
   * @param meanSize mean customers a used route
   */
  void around(int seed, double meanSize, Before before) {
    ruin++;
    count = 0;
    lengthChange = 0;
    gaps = 0;
    int part = routes.part[seed];
    double stringLimit = Math.max(1, Math.min(longest, meanSize));
    double mostStrings = 4 * meanRemoved / (1 + stringLimit) - 1;
    int strings = (int) (random.unit() * mostStrings + 1);
    int list = seed * neighbours.nearWidth;
    for (int i = 0; i < neighbours.nearWidth && strings > 0; i++) {
      int customer = neighbours.near[list + i];
      int r = routes.route[customer];
      if (r == LinkedRoutes.NONE || routes.part[customer] != part || ruinedAt[r] == ruin) {
        continue;
      }
      ruinedAt[r] = ruin;
      before.changes(r);
      int size = routes.size[r];
      int most = (int) Math.min(size, stringLimit);
      int length = 1 + (int) (random.unit() * most);
      if (length > most) {
        length = most;
      }
      if (length > 1 && length < size && random.unit() < SPLIT_SHARE) {
        split(customer, length, size);
      } else {
        take(first(customer, length), length);
      }
      strings--;
    }
  }

  /** A random start of a string of this length that holds the customer. */
  private int first(int customer, int length) {
    int node = customer;
    for (int back = random.below(length); back > 0 && routes.prev[node] <= routes.n; back--) {
      node = routes.prev[node];
    }
    int end = node;
    int missing = length - 1;
    while (missing > 0 && routes.next[end] <= routes.n) {
      end = routes.next[end];
      missing--;
    }
    for (; missing > 0; missing--) {
      node = routes.prev[node];
    }
    return node;
  }

  private void split(int customer, int length, int size) {
    int kept = 1;
    while (length + kept < size && random.unit() < SPLIT_DEEPER) {
      kept++;
    }
    int node = first(customer, length + kept);
    int head = 1 + random.below(length);
    int tail = length - head;
    int keptFrom = node;
    for (int i = 0; i < head; i++) {
      keptFrom = routes.next[keptFrom];
    }
    int tailFrom = keptFrom;
    for (int i = 0; i < kept; i++) {
      tailFrom = routes.next[tailFrom];
    }
    take(node, head);
    if (tail > 0) {
      take(tailFrom, tail);
    }
  }

  private void take(int first, int length) {
    int last = first;
    removed[count++] = first;
    for (int i = 1; i < length; i++) {
      last = routes.next[last];
      removed[count++] = last;
    }
    gap[gaps++] = routes.prev[first];
    lengthChange += routes.remove(first, last);
  }
}

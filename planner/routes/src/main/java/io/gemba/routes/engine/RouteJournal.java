package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Remembers routes as they were before a change, and puts them back. Each route is written once a
 * change; a rollback costs as much as the routes that were touched are long.
 */
final class RouteJournal {
  private static final int HEADER = 3;
  private static final int FIELDS = 3;

  static final int LENGTH = 0;
  static final int WARP = 1;
  static final int EXCESS = 2;
  static final int USED = 3;

  private final LinkedRoutes routes;
  private final int[] writtenAt;
  private int change;
  private int[] log = new int[4096];
  private int end;
  private int[] touched = new int[64];
  private int touchedCount;
  private final long[] before = new long[4];

  RouteJournal(LinkedRoutes routes) {
    this.routes = routes;
    writtenAt = new int[routes.size.length];
  }

  /** Starts a new change; what was written before is dropped. */
  void begin() {
    change++;
    end = 0;
    touchedCount = 0;
    Arrays.fill(before, 0);
  }

  /** Remembers a route that is about to change. */
  void touch(int r) {
    if (writtenAt[r] == change) {
      return;
    }
    writtenAt[r] = change;
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = r;
    for (int what = 0; what < before.length; what++) {
      before[what] += routes.measure(r, what);
    }
    int count = routes.size[r];
    int needed = end + HEADER + (count + 1) * FIELDS;
    if (needed > log.length) {
      log = Arrays.copyOf(log, Math.max(needed, log.length * 2));
    }
    log[end++] = r;
    log[end++] = count;
    log[end++] = routes.load[r];
    int node = routes.sentinel(r);
    for (int i = 0; i <= count; i++) {
      log[end] = node;
      log[end + 1] = routes.legIn[node];
      log[end + 2] = routes.timeIn[node];
      end += FIELDS;
      node = routes.next[node];
    }
  }

  /** By how much a measure of all touched routes together grew. */
  long change(int what) {
    long sum = -before[what];
    for (int i = 0; i < touchedCount; i++) {
      sum += routes.measure(touched[i], what);
    }
    return sum;
  }

  /** Puts all touched routes back. Customers on none of them must have been on none before. */
  void rollback() {
    int at = 0;
    while (at < end) {
      int r = log[at];
      int count = log[at + 1];
      routes.size[r] = count;
      routes.load[r] = log[at + 2];
      at += HEADER;
      int first = log[at];
      int last = first;
      for (int i = 0; i <= count; i++) {
        int node = log[at];
        routes.legIn[node] = log[at + 1];
        routes.timeIn[node] = log[at + 2];
        routes.route[node] = r;
        routes.prev[node] = last;
        routes.next[last] = node;
        last = node;
        at += FIELDS;
      }
      routes.next[last] = first;
      routes.prev[first] = last;
      routes.recompute(r);
    }
    end = 0;
  }
}

package io.gemba.routes.engine;

/**
 * Time warp of a route put together from a head, single nodes and a tail. One object is used over
 * and over: {@link #head}, any number of {@link #add}, then {@link #tail}.
 */
final class Concatenation {
  private final PlainProblem problem;
  private final SegmentRoutes routes;
  private int d;
  private int w;
  private int e;
  private int l;
  private int at;

  Concatenation(SegmentRoutes routes) {
    this.routes = routes;
    problem = routes.problem;
  }

  /** Begins with the stretch from the depot up to a node, or at the depot for a sentinel. */
  void head(int node) {
    int base = node * SegmentRoutes.FIELDS;
    d = routes.segments[base];
    w = routes.segments[base + 1];
    e = routes.segments[base + 2];
    l = routes.segments[base + 3];
    at = routes.loc[node];
  }

  /** Goes on to a customer. */
  void add(int customer) {
    int reach = d + problem.time[at * problem.stride + customer];
    int open = problem.open[customer];
    int close = problem.close[customer];
    int wait = Math.max(open - reach - l, 0);
    int back = Math.max(e + reach - close, 0);
    d = reach + problem.service[customer] + wait - back;
    w += back;
    e = Math.max(open - reach, e) - wait;
    l = Math.min(close - reach, l) + back;
    at = customer;
  }

  /** Ends with the stretch from a node on, or at the depot for a sentinel; time warp of all. */
  int tail(int node) {
    int base = node * SegmentRoutes.FIELDS + SegmentRoutes.SUFFIX;
    int reach = d + problem.time[at * problem.stride + routes.loc[node]];
    return w + routes.segments[base + 1] + Math.max(e + reach - routes.segments[base + 3], 0);
  }
}

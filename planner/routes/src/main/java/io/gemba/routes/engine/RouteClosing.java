package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Dissolves one route after another, each time from the best plan: its customers go into other
 * routes at any price, the surroundings are annealed for a while, and what came of it is kept if it
 * is better. Single ruins do not get rid of a long route, as the plan is worse until it is empty.
 */
final class RouteClosing implements PartSearch {
  private static final int STEPS = 512;

  /** Share of the tries that may open no other route. */
  private static final double CLOSED_SHARE = 0.5;

  /** Around each customer of the route so many of the nearest are annealed. */
  private static final int SURROUNDINGS = 15;

  /** Temperatures, in mean lengths to the nearest customers. */
  private static final double WARM = 0.5;

  private static final double COLD = 0.1;

  private final SegmentRoutes routes;
  private final Neighbours neighbours;
  private final PenalisedSearch search;
  private final FastRandom random;
  private final double near;
  private final boolean[] chosen;
  private final int[] buffer;
  private int[] customers = {};
  private int left;

  RouteClosing(
      SegmentRoutes routes, Neighbours neighbours, PenalisedSearch search, FastRandom random) {
    this.routes = routes;
    this.neighbours = neighbours;
    this.search = search;
    this.random = random;
    near = routes.problem.meanNearLength();
    chosen = new boolean[routes.n + 1];
    buffer = new int[routes.n + 1];
  }

  @Override
  public void begin(PlanParts.Part part) {
    customers = part.customers();
    left = 0;
    search.begin(part);
  }

  @Override
  public void construct() {
    search.construct();
  }

  /** The temperature is that of the try, not the one given. */
  @Override
  public void steps(int count, double temperature) {
    if (customers.length == 0) {
      return;
    }
    if (left <= 0) {
      search.goBack();
      int r = routes.route[customers[random.below(customers.length)]];
      search.searchAround(surroundings(r), random.unit() >= CLOSED_SHARE);
      search.dissolve(r);
      left = STEPS;
    }
    double share = 1 - (double) left / STEPS;
    search.steps(count, near * WARM * Math.pow(COLD / WARM, share));
    left -= count;
  }

  private int[] surroundings(int r) {
    int count = 0;
    for (int customer : routes.customers(r)) {
      count = choose(customer, count);
      int list = customer * neighbours.nearWidth;
      for (int i = 0; i < Math.min(SURROUNDINGS, neighbours.nearWidth); i++) {
        int other = neighbours.near[list + i];
        if (routes.part[other] == routes.part[customer]) {
          count = choose(other, count);
        }
      }
    }
    int[] found = Arrays.copyOf(buffer, count);
    for (int customer : found) {
      chosen[customer] = false;
    }
    return found;
  }

  private int choose(int customer, int count) {
    if (chosen[customer]) {
      return count;
    }
    chosen[customer] = true;
    buffer[count] = customer;
    return count + 1;
  }

  @Override
  public void end() {
    search.goBack();
  }

  @Override
  public long bestLength() {
    return search.bestLength();
  }

  @Override
  public int bestAbsent() {
    return search.bestAbsent();
  }

  @Override
  public int[][] bestRoutes() {
    return search.bestRoutes();
  }
}

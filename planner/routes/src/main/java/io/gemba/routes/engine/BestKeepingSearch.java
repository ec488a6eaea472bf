package io.gemba.routes.engine;

import java.util.Arrays;

/** The part a search works on, and the best state of it since it was taken over. */
abstract class BestKeepingSearch implements PartSearch {
  private final LinkedRoutes routes;
  private final BestRoutes best;
  private long bestLength;
  private int bestAbsent;

  int[] customers = {};
  int[] routeNumbers = {};
  byte part;

  BestKeepingSearch(LinkedRoutes routes) {
    this.routes = routes;
    best = new BestRoutes(routes);
  }

  final void take(PlanParts.Part taken) {
    part = taken.number();
    customers = taken.customers();
    routeNumbers = taken.routeNumbers();
  }

  /** The routes as they are become the best, with this length and so many customers on none. */
  final void keep(long length, int absent) {
    assume(length, absent);
    best.copy(customers, routeNumbers);
  }

  /** The routes become the best again. */
  final void backToBest() {
    best.putBack(routeNumbers);
  }

  /** Sets what the next state has to be better than to become the best. */
  final void assume(long length, int absent) {
    bestLength = length;
    bestAbsent = absent;
  }

  final boolean isBetter(long length, int absent) {
    return absent < bestAbsent || (absent == bestAbsent && length < bestLength);
  }

  /** The part's customers that are on no route. */
  final int[] open() {
    return Arrays.stream(customers)
        .filter(customer -> routes.route[customer] == LinkedRoutes.NONE)
        .toArray();
  }

  @Override
  public final long bestLength() {
    return bestLength;
  }

  @Override
  public final int bestAbsent() {
    return bestAbsent;
  }

  @Override
  public final int[][] bestRoutes() {
    return best.routes(routeNumbers);
  }
}

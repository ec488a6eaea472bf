package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Balance;
import io.gemba.routes.RouteRequest.Measure;
import io.gemba.routes.RouteResult.Visit;

/** How much each vehicle does, and what it costs that some do more than others. */
public final class Work {
  private static final double MILLIS_AN_HOUR = 3_600_000;
  private static final int BOXES = 0;
  private static final int KILOGRAMS = 1;

  private Work() {}

  /**
   * Measures a tour that is driven.
   *
   * @param nodes in order of visit, the first {@code size} count
   * @param millis from departure to return
   */
  public static double of(RouteModel model, int[] nodes, int size, Measure measure, long millis) {
    return switch (measure) {
      case HOURS -> millis / MILLIS_AN_HOUR;
      case STOPS -> {
        int stops = 0;
        for (int i = 0; i < size; i++) {
          stops += nodes[i] == model.reload() ? 0 : 1;
        }
        yield stops;
      }
      case BOXES -> load(model, nodes, size, BOXES);
      case KILOGRAMS -> load(model, nodes, size, KILOGRAMS);
    };
  }

  private static double load(RouteModel model, int[] nodes, int size, int dimension) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      boolean counts = nodes[i] != model.reload() && model.visit(nodes[i]) != Visit.PICKUP;
      sum += counts ? model.load(dimension, nodes[i]) : 0;
    }
    return sum;
  }

  /**
   * Prices uneven work.
   *
   * @param work of each vehicle; not looked at where {@code used} is false
   */
  public static double cents(Balance balance, double[] work, boolean[] used) {
    double sum = 0;
    int count = 0;
    for (int vehicle = 0; vehicle < work.length; vehicle++) {
      if (used[vehicle]) {
        sum += work[vehicle];
        count++;
      }
    }
    double above = 0;
    for (int vehicle = 0; vehicle < work.length; vehicle++) {
      above += used[vehicle] ? Math.max(0, work[vehicle] - sum / count) : 0;
    }
    return above * balance.centsPerUnit();
  }
}

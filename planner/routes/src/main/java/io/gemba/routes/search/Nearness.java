package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import java.util.Arrays;

/** What all chains of a search share: which orders are near each other and which vehicles alike. */
final class Nearness {
  private static final int NEAR = 150;

  /**
   * For each order those near it by the way there, of a pair the nearer of both places, nearest
   * first, itself first.
   */
  final int[][] near;

  /** For each vehicle the first one that is like it in every respect as long as both are empty. */
  final int[] likeness;

  Nearness(RouteModel model) {
    near = near(model);
    likeness = likeness(model);
  }

  private static int[][] near(RouteModel model) {
    int count = model.orders();
    int width = Math.min(count, NEAR);
    int[][] near = new int[count][width];
    long[] keys = new long[count];
    for (int order = 0; order < count; order++) {
      for (int other = 0; other < count; other++) {
        long metres = (long) Math.min(1 << 30, metres(model, order, other));
        keys[other] = (other == order ? -1L : metres) << 32 | other;
      }
      Arrays.sort(keys);
      for (int i = 0; i < width; i++) {
        near[order][i] = (int) keys[i];
      }
    }
    return near;
  }

  private static double metres(RouteModel model, int order, int other) {
    double metres = model.metres(model.placeOfOrder(order), model.placeOfOrder(other));
    int from = model.pickupOf(order);
    int to = model.pickupOf(other);
    return from == RouteModel.NONE || to == RouteModel.NONE
        ? metres
        : Math.min(metres, model.metres(model.placeOf(from, 0), model.placeOf(to, 0)));
  }

  private static int[] likeness(RouteModel model) {
    int[] first = new int[model.vehicles()];
    for (int vehicle = 0; vehicle < first.length; vehicle++) {
      first[vehicle] = vehicle;
      for (int other = 0; other < vehicle && first[vehicle] == vehicle; other++) {
        if (model.isLike(vehicle, other)) {
          first[vehicle] = other;
        }
      }
    }
    return first;
  }
}

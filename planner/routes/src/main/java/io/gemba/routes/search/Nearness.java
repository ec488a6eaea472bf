package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What all chains of a search share: which orders are near each other and which vehicles alike. */
final class Nearness {
  private static final int NEAR = 150;

  /** For each vehicle the first one that is like it in every respect as long as both are empty. */
  final int[] likeness;

  private final RouteModel model;
  private final AtomicReferenceArray<int @Nullable []> near;

  Nearness(RouteModel model) {
    this.model = model;
    near = new AtomicReferenceArray<>(model.orders());
    likeness = likeness(model);
  }

  /**
   * Orders near one by the first vehicle's way there, of a pair the nearer of both places, nearest
   * first, itself first. Found when it is asked for first: a repair of 50 ms asks for few. Thread
   * safe; must not be changed.
   */
  int[] near(int order) {
    int[] known = near.get(order);
    if (known == null) {
      known = sorted(order);
      near.set(order, known);
    }
    return known;
  }

  private int[] sorted(int order) {
    long[] keys = new long[model.orders()];
    for (int other = 0; other < keys.length; other++) {
      long metres = (long) Math.min(1 << 30, metres(model, order, other));
      keys[other] = (other == order ? -1L : metres) << 32 | other;
    }
    Arrays.sort(keys);
    int[] nearest = new int[Math.min(keys.length, NEAR)];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = (int) keys[i];
    }
    return nearest;
  }

  private static double metres(RouteModel model, int order, int other) {
    double metres = model.metres(0, model.placeOfOrder(order), model.placeOfOrder(other));
    int from = model.pickupOf(order);
    int to = model.pickupOf(other);
    return from == RouteModel.NONE || to == RouteModel.NONE
        ? metres
        : Math.min(metres, model.metres(0, model.placeOf(from, 0), model.placeOf(to, 0)));
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

package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tours;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings all orders with the vehicles there are, whatever it costs: an order that is left out
 * becomes dearer with every step, until others wait for it (Christiaens and Vanden Berghe 2020,
 * section 5.4).
 */
public final class FleetReducer {
  private static final double PROGRESS = 0.5;
  private static final double RAISE_SHARE = 0.01;

  private final FleetSearch search;
  private final double raise;

  /**
   * @param start what to begin with, some orders left out
   */
  public FleetReducer(RouteModel model, Tours start, long seed) {
    search = new FleetSearch(model, new Nearness(model), start, seed);
    double dearest = 0;
    for (int order = 0; order < model.orders(); order++) {
      dearest = Math.max(dearest, (double) model.order(order).undeliveredCents());
    }
    raise = RAISE_SHARE * dearest;
  }

  /**
   * Searches until no order is left out.
   *
   * @param over looked at after each step; true = give up
   * @return null when it gave up
   */
  public @Nullable Tours run(BooleanSupplier over) {
    search.fill();
    while (search.raiseLosses(raise) > 0) {
      if (over.getAsBoolean()) {
        return null;
      }
      search.step(PROGRESS);
    }
    return search.tours();
  }
}

package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cheapest places of one order in tours that stand. */
public final class TourQuotes {
  private final RouteModel model;

  /**
   * @param model that knows the order
   */
  public TourQuotes(RouteModel model) {
    this.model = model;
  }

  /**
   * Finds them.
   *
   * @param plan whose tours do not hold the order; of this model or one with fewer orders
   * @param wish how many, and after which time
   * @return cheapest first, at most one a vehicle, all within the hard rules
   */
  public List<Tours.Insertion> cheapest(Tours plan, int order, Wish wish) {
    record Offer(int vehicle, Placement placement, double cents) {}
    TourClock clock = new TourClock(model);
    List<Offer> offers = new ArrayList<>();
    for (Tour tour : plan.tours()) {
      if (!model.allows(order, tour.vehicle())) {
        continue;
      }
      clock.load(tour.vehicle(), tour.nodes(), tour.size());
      Placement placement =
          clock.findInsertion(order, TourClock.BROKEN_CENTS, begun(tour, wish.nowMillis()));
      if (placement != null) {
        offers.add(new Offer(tour.vehicle(), placement, clock.deltaCents()));
      }
    }
    return offers.stream()
        .sorted(Comparator.comparingDouble(Offer::cents))
        .limit(wish.most())
        .map(
            offer -> {
              Tour before = plan.tours().get(offer.vehicle());
              int[] nodes = offer.placement().into(before.nodes(), before.size());
              return new Tours.Insertion(Tour.of(model, offer.vehicle(), nodes), offer.cents());
            })
        .toList();
  }

  /**
   * What is wanted.
   *
   * @param most insertions
   * @param nowMillis stops whose service has begun by then stay before it
   */
  public record Wish(int most, long nowMillis) {}

  private static int begun(Tour tour, long nowMillis) {
    int begun = 0;
    while (begun < tour.size() && tour.serviceStartMillis(begun) <= nowMillis) {
      begun++;
    }
    return begun;
  }
}

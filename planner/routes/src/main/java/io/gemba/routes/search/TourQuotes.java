package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.List;

/** The cheapest places of one order in tours that stand. Immutable, thread safe. */
public final class TourQuotes {
  private final List<Tour> tours;
  private final List<TourClock> clocks = new ArrayList<>();

  /**
   * @param plan the tours; their states are computed once, here
   */
  public TourQuotes(Tours plan) {
    tours = plan.tours();
    for (Tour tour : tours) {
      TourClock clock = new TourClock(plan.model());
      clock.load(tour.vehicle(), tour.nodes(), tour.size());
      clocks.add(clock);
    }
  }

  /**
   * Finds them.
   *
   * @param longer the plan's model with one order more
   * @param order that one
   * @param wish how many, and after which time
   * @return cheapest first, at most one a vehicle, all within the hard rules
   */
  public List<Tours.Insertion> cheapest(RouteModel longer, int order, Wish wish) {
    List<Offer> offers = new ArrayList<>();
    double limit = TourClock.BROKEN_CENTS;
    for (int i = 0; i < clocks.size(); i++) {
      Tour tour = tours.get(i);
      if (longer.allows(order, tour.vehicle())) {
        TourClock clock = new TourClock(clocks.get(i), longer);
        int from = begun(tour, wish.nowMillis());
        Placement placement = clock.findInsertion(order, limit, from);
        if (placement != null) {
          limit = add(offers, new Offer(tour, placement, clock.deltaCents()), wish.most());
        }
      }
    }
    return offers.stream()
        .map(offer -> insertion(longer, offer.tour(), offer.placement(), offer.cents()))
        .toList();
  }

  /**
   * What is wanted.
   *
   * @param most insertions
   * @param nowMillis stops whose service has begun by then, and the one driven to, stay before it
   */
  public record Wish(int most, long nowMillis) {}

  private record Offer(Tour tour, Placement placement, double cents) {}

  /**
   * Puts an offer among the cheapest; of equal ones the first stays first.
   *
   * @return what the next one has to be cheaper than
   */
  private static double add(List<Offer> cheapest, Offer offer, int most) {
    int at = cheapest.size();
    while (at > 0 && cheapest.get(at - 1).cents() > offer.cents()) {
      at--;
    }
    cheapest.add(at, offer);
    if (cheapest.size() > most) {
      cheapest.remove(most);
    }
    return cheapest.size() < most ? TourClock.BROKEN_CENTS : cheapest.get(most - 1).cents();
  }

  private static Tours.Insertion insertion(
      RouteModel longer, Tour before, Placement placement, double cents) {
    int[] nodes = placement.into(before.nodes(), before.size());
    return new Tours.Insertion(Tour.of(longer, before.vehicle(), nodes), cents);
  }

  /** Stops that have begun, and the one that the vehicle is driving to. */
  private static int begun(Tour tour, long nowMillis) {
    int begun = 0;
    while (begun < tour.size() && tour.serviceStartMillis(begun) <= nowMillis) {
      begun++;
    }
    long left = begun == 0 ? tour.startMillis() : tour.departureMillis(begun - 1);
    return begun < tour.size() && left <= nowMillis ? begun + 1 : begun;
  }
}

package io.gemba.routes.search;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.engine.PlainProblem;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request that the plain engine can be given: equal vans of one depot, deliveries with one hard
 * window, one kind of load that can be too much. Ways cost what they cost in cents, their time
 * included; those out of the depot and back have half of the van's fixed cents each, so that a way
 * costs the same in both directions. That is the whole price unless waiting and service are paid by
 * the hour; and the engine brings every order, worth it or not.
 */
public final class PlainCase {
  private static final int LARGEST = 1 << 28;
  private static final double LOAD_UNITS = 1000;
  private static final double LOAD_TOLERANCE = 1e-6;
  private static final double MILLIS_AN_HOUR = 3_600_000;
  private static final double FINEST = 100;

  private final RouteModel model;
  private final List<Integer> vans = new ArrayList<>();
  private final int van;
  private final long opens;

  private PlainCase(RouteModel model) {
    this.model = model;
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      if (model.vehicle(vehicle).available()) {
        vans.add(vehicle);
      }
    }
    van = vans.isEmpty() ? RouteModel.NONE : vans.get(0);
    opens = vans.isEmpty() ? 0 : model.shiftStartMillis(van);
  }

  /** The plain case of a model, if it is one. */
  public static Optional<PlainCase> find(RouteModel model) {
    PlainCase plain = new PlainCase(model);
    return plain.isPlain() ? Optional.of(plain) : Optional.empty();
  }

  private boolean isPlain() {
    RouteRequest request = model.request();
    if (vans.isEmpty() || request.balance() != null || !request.previous().isEmpty()) {
      return false;
    }
    boolean plain =
        model.isPlain(van)
            && model.placeOfEnd(van) == model.placeOfStart(van)
            && model.shiftEndMillis(van) - opens < LARGEST
            && bindingLoads().size() <= 1;
    for (int other : vans) {
      plain = plain && model.isLike(van, other);
    }
    for (int order = 0; plain && order < model.orders(); order++) {
      long closes = model.latestStart(order, Long.MAX_VALUE);
      plain =
          model.allows(order, van)
              && model.isHard(order)
              && model.order(order).needs().otherWindows().isEmpty()
              && closes >= opens;
    }
    return plain && model.orders() > 1;
  }

  /** Dimensions of which one van cannot carry all. */
  private List<Integer> bindingLoads() {
    List<Integer> binding = new ArrayList<>();
    for (int dimension = 0; dimension < model.dimensions().size(); dimension++) {
      double sum = 0;
      for (int order = 0; order < model.orders(); order++) {
        sum += model.load(dimension, order);
      }
      if (sum > model.capacity(dimension, van)) {
        binding.add(dimension);
      }
    }
    return binding;
  }

  /** Whether the engine's price is the whole price: nobody is paid for waiting. */
  public boolean isExact() {
    return model.vehicle(van).prices().centsPerHour() == 0;
  }

  /**
   * The engine's problem; customer {@code i + 1} is order {@code i}.
   *
   * @param cents of a plan that is no better than what is looked for: the scale of whole numbers
   */
  public PlainProblem problem(double cents) {
    int size = model.orders() + 1;
    int[] demand = new int[size];
    int[] open = new int[size];
    int[] close = new int[size];
    int[] service = new int[size];
    double[] x = new double[size];
    double[] y = new double[size];
    List<Integer> loads = bindingLoads();
    close[0] = (int) (model.shiftEndMillis(van) - opens);
    position(0, model.placeOfStart(van), x, y);
    for (int order = 0; order < model.orders(); order++) {
      int node = order + 1;
      demand[node] = loads.isEmpty() ? 0 : units(model.load(loads.get(0), order));
      open[node] = (int) Math.max(0, Math.min(LARGEST, model.serviceStart(order, opens) - opens));
      close[node] = (int) Math.min(close[0], model.latestStart(order, Long.MAX_VALUE) - opens);
      service[node] = (int) Math.min(LARGEST, model.serviceMillis(order, van));
      position(node, model.placeOfOrder(order), x, y);
    }
    int[] time = new int[size * size];
    int[] price = new int[size * size];
    double scale = Math.min(FINEST, LARGEST / Math.max(1, cents));
    Prices prices = model.vehicle(van).prices();
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        int at = from * size + to;
        if (from != to) {
          long millis = model.travelMillis(van, place(from), place(to));
          double way =
              model.metres(van, place(from), place(to)) / 1000 * prices.centsPerKilometre()
                  + millis / MILLIS_AN_HOUR * prices.centsPerHour()
                  + (from == 0 || to == 0 ? prices.fixedCents() / 2.0 : 0);
          time[at] = (int) Math.min(LARGEST, millis);
          price[at] = (int) Math.min(LARGEST, Math.round(way * scale));
        }
      }
    }
    double room = loads.isEmpty() ? 0 : model.capacity(loads.get(0), van);
    return new PlainProblem(
        price,
        time,
        new PlainProblem.Nodes(demand, open, close, service),
        new PlainProblem.Fleet(
            (int) Math.min(LARGEST, Math.floor(room * LOAD_UNITS + LOAD_TOLERANCE)), vans.size()),
        new PlainProblem.Positions(x, y));
  }

  private static int units(double load) {
    return (int) Math.min(LARGEST, Math.ceil(load * LOAD_UNITS - LOAD_TOLERANCE));
  }

  private int place(int node) {
    return node == 0 ? model.placeOfStart(van) : model.placeOfOrder(node - 1);
  }

  private void position(int node, int place, double[] x, double[] y) {
    RouteRequest.Place at = model.request().places().get(place);
    x[node] = at.longitude() * Math.cos(Math.toRadians(at.latitude()));
    y[node] = at.latitude();
  }

  /** The engine's routes as tours of the model; orders on none stay out. */
  public Tours tours(int[][] routes) {
    List<Tour> tours = new ArrayList<>();
    for (int i = 0; i < routes.length; i++) {
      int[] nodes = new int[routes[i].length];
      for (int j = 0; j < nodes.length; j++) {
        nodes[j] = routes[i][j] - 1;
      }
      tours.add(Tour.of(model, vans.get(i), nodes));
    }
    return Tours.of(model, tours);
  }
}

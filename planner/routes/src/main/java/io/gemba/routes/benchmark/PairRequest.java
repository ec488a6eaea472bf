package io.gemba.routes.benchmark;

import io.gemba.routes.Needs;
import io.gemba.routes.Needs.Pickup;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.Travel;
import io.gemba.routes.Travel.Matrix;
import io.gemba.routes.benchmark.Instance.Node;
import io.gemba.routes.model.RouteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Instances with pairs as requests. A unit of length is a kilometre and a cent, a unit of time
 * 1,000 seconds, so that the model's milliseconds are a millionth of it; ways are rounded up, and
 * what fits here fits in truth. Orders are named after the node their goods go to.
 */
final class PairRequest {
  static final double UNIT_METRES = 1_000;
  private static final double UNIT_SECONDS = 1_000;
  private static final double PARTS = 1e6;
  private static final long CENTS_A_UNIT = 100;
  private static final long VEHICLE_CENTS = 10_000_000;
  private static final long LOST_CENTS = 1_000_000_000;

  private PairRequest() {}

  /**
   * The instance's vehicles, all alike; each used one costs more than any way when few are wanted.
   */
  static List<Vehicle> vehicles(Instance instance, boolean few) {
    Node depot = instance.nodes().get(0);
    List<Vehicle> vehicles = new ArrayList<>();
    for (int i = 1; i <= Math.min(instance.vehicles(), instance.customers()); i++) {
      vehicles.add(
          new Vehicle(
              "v" + i,
              "0",
              at(depot.open()),
              at(depot.close()),
              instance.capacity(),
              0,
              new Prices(few ? VEHICLE_CENTS : 0, CENTS_A_UNIT, 0, 0),
              true));
    }
    return vehicles;
  }

  static RouteRequest of(Instance instance, Convention convention, List<Vehicle> vehicles) {
    List<Place> places = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < instance.nodes().size(); i++) {
      places.add(new Place(String.valueOf(i), 0, 0));
      Node node = instance.nodes().get(i);
      if (node.pickup() > 0) {
        orders.add(order(i, node, instance.nodes().get(node.pickup())));
      }
    }
    return new RouteRequest(
        places,
        vehicles,
        orders,
        Travel.given(matrix(instance.nodes(), convention)),
        List.of(),
        Search.seconds(1, 1));
  }

  private static Order order(int number, Node to, Node from) {
    Pickup pickup =
        new Pickup(String.valueOf(to.pickup()), window(from), from.service() * UNIT_SECONDS);
    return new Order(
            String.valueOf(number),
            String.valueOf(number),
            window(to),
            to.service() * UNIT_SECONDS,
            from.demand(),
            0,
            LOST_CENTS,
            List.of(),
            null)
        .withNeeds(new Needs(List.of(), List.of(), List.of(), pickup, false));
  }

  private static Window window(Node node) {
    return Window.hard(at(node.open()), at(node.close()));
  }

  private static Instant at(double units) {
    return Instant.ofEpochMilli(Math.round(units * UNIT_SECONDS * 1000));
  }

  private static Matrix matrix(List<Node> nodes, Convention convention) {
    List<List<Double>> metres = new ArrayList<>();
    List<List<Double>> seconds = new ArrayList<>();
    for (Node from : nodes) {
      List<Double> metresRow = new ArrayList<>();
      List<Double> secondsRow = new ArrayList<>();
      for (Node to : nodes) {
        double length = convention.length(from, to);
        metresRow.add(length * UNIT_METRES);
        secondsRow.add(Math.ceil(length * PARTS - 1e-3) / PARTS * UNIT_SECONDS);
      }
      metres.add(metresRow);
      seconds.add(secondsRow);
    }
    return new Matrix(metres, seconds);
  }

  /** The instance's number of a node of the model. */
  static int node(RouteModel model, int node) {
    return Integer.parseInt(model.request().places().get(model.placeOf(node, 0)).id());
  }
}

package io.gemba.routes.benchmark;

import io.gemba.routes.benchmark.Instance.Node;
import io.gemba.routes.engine.PlainProblem;
import java.util.List;

/** Turns instances without pairs into the arrays of the plain search. */
public final class PlainCompiler {
  private static final int LATEST = 1 << 28;

  private PlainCompiler() {}

  /**
   * Compiles. With the vehicles-first convention lengths are rounded up and windows exact in
   * 1/10,000 of a unit, so that what fits here fits in double precision too.
   *
   * @throws IllegalArgumentException for an instance with pairs
   */
  public static PlainProblem compile(Instance instance, Convention convention) {
    if (instance.kind() == Instance.Kind.PAIRS) {
      throw new IllegalArgumentException(
          "Instance %s has pairs of pickup and delivery.".formatted(instance.name()));
    }
    List<Node> nodes = instance.nodes();
    int size = nodes.size();
    int[] demand = new int[size];
    int[] open = new int[size];
    int[] close = new int[size];
    int[] service = new int[size];
    double[] x = new double[size];
    double[] y = new double[size];
    int[] lengths = new int[size * size];
    for (int i = 0; i < size; i++) {
      Node node = nodes.get(i);
      demand[i] = node.demand();
      open[i] = parts(node.open(), convention);
      close[i] = parts(node.close(), convention);
      service[i] = parts(node.service(), convention);
      x[i] = node.x();
      y[i] = node.y();
      for (int j = 0; j < size; j++) {
        lengths[i * size + j] = i == j ? 0 : convention.parts(node, nodes.get(j));
      }
    }
    int fleet = convention == Convention.VEHICLES_FIRST ? instance.vehicles() : size;
    return new PlainProblem(
        lengths,
        lengths,
        new PlainProblem.Nodes(demand, open, close, service),
        new PlainProblem.Fleet(instance.capacity(), fleet),
        new PlainProblem.Positions(x, y));
  }

  private static int parts(double units, Convention convention) {
    return (int) Math.min(LATEST, Math.round(units * convention.scale()));
  }
}

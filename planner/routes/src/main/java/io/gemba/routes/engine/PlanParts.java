package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a plan into parts of whole routes that lie side by side, about equally many customers each,
 * so that several threads can work on it at once. The cut is a random straight line or a random
 * pair of rays from the depot, and so no border stays for long.
 */
final class PlanParts {
  private final LinkedRoutes routes;
  private final FastRandom random;

  PlanParts(LinkedRoutes routes, FastRandom random) {
    this.routes = routes;
    this.random = random;
  }

  /** Customers and routes of one thread. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Part(byte number, int[] customers, int[] routeNumbers) {}

  /** The whole plan as one part. */
  Part whole() {
    int[] customers = new int[routes.n];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = i + 1;
      routes.part[i + 1] = 0;
    }
    int[] numbers = new int[routes.size.length];
    for (int r = 0; r < numbers.length; r++) {
      numbers[r] = r;
    }
    return new Part((byte) 0, customers, numbers);
  }

  /**
   * Cuts and marks every customer with its part. Needs positions.
   *
   * @param count parts, at least 2
   */
  List<Part> cut(int count) {
    int used = 0;
    long[] keys = new long[routes.size.length];
    boolean byAngle = random.below(2) == 0;
    double turn = random.unit() * 2 * Math.PI;
    for (int r = 0; r < keys.length; r++) {
      if (routes.size[r] > 0) {
        keys[used++] = (long) (place(r, byAngle, turn) * (1 << 20)) << 32 | r;
      }
    }
    Arrays.sort(keys, 0, used);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    int served = 0;
    for (byte number = 0; number < count; number++) {
      int goal = (int) ((long) routes.n * (number + 1) / count);
      List<Integer> numbers = new ArrayList<>();
      int from = served;
      while (at < used && (served < goal || number == count - 1)) {
        int r = (int) keys[at++];
        numbers.add(r);
        served += routes.size[r];
      }
      parts.add(part(number, numbers, served - from));
    }
    shareEmptyRoutes(parts);
    return parts;
  }

  /** Where a route lies: angle or distance along a direction of its centre, from 0 to 1. */
  private double place(int r, boolean byAngle, double turn) {
    double[] x = java.util.Objects.requireNonNull(routes.problem.x);
    double[] y = java.util.Objects.requireNonNull(routes.problem.y);
    double sumX = 0;
    double sumY = 0;
    int sentinel = routes.sentinel(r);
    for (int node = routes.next[sentinel]; node != sentinel; node = routes.next[node]) {
      sumX += x[node] - x[0];
      sumY += y[node] - y[0];
    }
    if (byAngle) {
      double angle = Math.atan2(sumY, sumX) - turn;
      return (angle + 4 * Math.PI) / (2 * Math.PI) % 1;
    }
    double along = (Math.cos(turn) * sumX + Math.sin(turn) * sumY) / routes.size[r];
    return 0.5 + along / (4 * reach(x, y));
  }

  private static double reach(double[] x, double[] y) {
    double most = 1;
    for (int i = 1; i < x.length; i++) {
      most = Math.max(most, Math.abs(x[i] - x[0]) + Math.abs(y[i] - y[0]));
    }
    return most;
  }

  private Part part(byte number, List<Integer> numbers, int size) {
    int[] customers = new int[size];
    int count = 0;
    for (int r : numbers) {
      int sentinel = routes.sentinel(r);
      for (int node = routes.next[sentinel]; node != sentinel; node = routes.next[node]) {
        customers[count++] = node;
        routes.part[node] = number;
      }
    }
    return new Part(number, customers, numbers.stream().mapToInt(r -> r).toArray());
  }

  private void shareEmptyRoutes(List<Part> parts) {
    List<Integer> empty = new ArrayList<>();
    for (int r = 0; r < routes.size.length; r++) {
      if (routes.size[r] == 0) {
        empty.add(r);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      List<Integer> numbers = new ArrayList<>(Arrays.stream(part.routeNumbers()).boxed().toList());
      int share = Math.min(empty.size() / parts.size(), Math.max(2, numbers.size()));
      for (int k = 0; k < share; k++) {
        numbers.add(empty.remove(empty.size() - 1));
      }
      parts.set(
          i,
          new Part(part.number(), part.customers(), numbers.stream().mapToInt(r -> r).toArray()));
    }
  }
}

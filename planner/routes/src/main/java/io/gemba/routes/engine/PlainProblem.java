package io.gemba.routes.engine;

import org.jspecify.annotations.Nullable;

/**
 * The plain case as arrays: one depot (node 0), customers 1 to n, equal vehicles of one capacity,
 * one hard window a customer. Lengths and times are whole numbers in a unit of the caller's choice,
 * small enough that sums stay below 2^30.
 *
 * <p>Tables are flat, row by row: {@code table[from * stride + to]}. Beside each table lies its
 * transpose, so that a loop over possible neighbours of one customer reads two rows that stay in
 * the first-level cache; for a symmetric table both are the same array.
 */
public final class PlainProblem {
  final int customers;
  final int stride;
  final int[] distance;
  final int[] distanceTo;
  final int[] time;
  final int[] timeTo;
  final int[] demand;
  final int[] open;
  final int[] close;
  final int[] service;
  final int capacity;
  final int fleet;
  final boolean timed;
  final double @Nullable [] x;
  final double @Nullable [] y;

  /**
   * What a node needs; arrays of n + 1, the depot first.
   *
   * @param demand the depot's is 0
   * @param open earliest start of service; the depot's is the earliest departure
   * @param close latest start of service; the depot's is the latest return
   * @param service time of the service; the depot's is 0
   */
  @SuppressWarnings("ArrayRecordComponent") // big, handed over, never compared
  public record Nodes(int[] demand, int[] open, int[] close, int[] service) {}

  /**
   * The vehicles.
   *
   * @param capacity of each
   * @param count how many there are at most
   */
  public record Fleet(int capacity, int count) {}

  /**
   * Where nodes are, used only to cut big problems into parts.
   *
   * @param x one a node
   * @param y one a node
   */
  @SuppressWarnings("ArrayRecordComponent") // big, handed over, never compared
  public record Positions(double[] x, double[] y) {}

  /**
   * @param distance flat table of (n + 1)^2, what the search makes small
   * @param time flat table of (n + 1)^2; the same array as {@code distance} is fine and fastest
   * @param positions null when only the tables are known
   * @throws IllegalArgumentException when sizes do not agree
   */
  public PlainProblem(
      int[] distance, int[] time, Nodes nodes, Fleet fleet, @Nullable Positions positions) {
    stride = nodes.demand().length;
    customers = stride - 1;
    if (distance.length != stride * stride || time.length != stride * stride) {
      throw new IllegalArgumentException(
          "Tables of %d and %d entries do not fit %d nodes; they need %d."
              .formatted(distance.length, time.length, stride, stride * stride));
    }
    this.distance = distance;
    this.time = time;
    distanceTo = isSymmetric(distance, stride) ? distance : transposed(distance, stride);
    timeTo =
        time == distance ? distanceTo : isSymmetric(time, stride) ? time : transposed(time, stride);
    demand = nodes.demand();
    open = nodes.open();
    close = nodes.close();
    service = nodes.service();
    capacity = fleet.capacity();
    this.fleet = Math.min(fleet.count(), Math.max(1, customers));
    timed = isTimed();
    x = positions == null ? null : positions.x();
    y = positions == null ? null : positions.y();
  }

  /** How many customers. */
  public int customers() {
    return customers;
  }

  /** Most vehicles that may be used. */
  public int fleet() {
    return fleet;
  }

  /** Fewest routes that can carry the load. */
  int fewestRoutes() {
    long needed = 0;
    for (int load : demand) {
      needed += load;
    }
    return (int) Math.max(1, (needed + capacity - 1) / Math.max(1, capacity));
  }

  /** The same problem with another number of vehicles. */
  PlainProblem withFleet(int count) {
    return new PlainProblem(
        distance,
        time,
        new Nodes(demand, open, close, service),
        new Fleet(capacity, count),
        x == null || y == null ? null : new Positions(x, y));
  }

  /** Length of a way; 0 = depot. */
  public int distance(int from, int to) {
    return distance[from * stride + to];
  }

  /** Sum of the ways of routes, each from and to the depot. */
  public long length(int[][] routes) {
    long sum = 0;
    for (int[] route : routes) {
      int at = 0;
      for (int customer : route) {
        sum += distance(at, customer);
        at = customer;
      }
      sum += route.length == 0 ? 0 : distance(at, 0);
    }
    return sum;
  }

  /** Mean length from a customer to its few nearest, the scale of temperatures. */
  double meanNearLength() {
    double sum = 0;
    for (int customer = 1; customer <= customers; customer++) {
      int nearest = Integer.MAX_VALUE;
      int second = Integer.MAX_VALUE;
      for (int other = 1; other <= customers; other++) {
        int length = other == customer ? Integer.MAX_VALUE : distance(customer, other);
        if (length < nearest) {
          second = nearest;
          nearest = length;
        } else if (length < second) {
          second = length;
        }
      }
      sum += second == Integer.MAX_VALUE ? distance(0, customer) : second;
    }
    return Math.max(1, sum / Math.max(1, customers));
  }

  private boolean isTimed() {
    for (int node = 1; node <= customers; node++) {
      if (open[node] > open[0] || close[node] < close[0]) {
        return true;
      }
    }
    return close[0] < 1 << 28;
  }

  private static boolean isSymmetric(int[] table, int stride) {
    for (int from = 0; from < stride; from++) {
      for (int to = from + 1; to < stride; to++) {
        if (table[from * stride + to] != table[to * stride + from]) {
          return false;
        }
      }
    }
    return true;
  }

  private static int[] transposed(int[] table, int stride) {
    int[] turned = new int[table.length];
    for (int from = 0; from < stride; from++) {
      for (int to = 0; to < stride; to++) {
        turned[to * stride + from] = table[from * stride + to];
      }
    }
    return turned;
  }
}

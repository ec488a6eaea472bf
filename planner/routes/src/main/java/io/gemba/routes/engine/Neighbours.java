package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Who is near whom, computed once. Flat lists, {@code width} entries a customer from {@code
 * customer * width}, nearest first.
 *
 * <p>{@code near} goes by length alone and says where a ruin spreads. {@code before} and {@code
 * after} hold the customers that can come directly before or after another within the windows, by
 * length plus a share of the waiting that cannot be avoided (Vidal et al. 2013): where a customer
 * is worth being inserted. {@code around} joins both directions, for local search.
 */
final class Neighbours {
  private static final double WAIT_SHARE = 0.2;
  private static final int INFEASIBLE = 1 << 29;

  final int nearWidth;
  final int[] near;
  final int width;
  final int[] before;
  final int[] after;
  final int aroundWidth;
  final int[] around;

  Neighbours(PlainProblem problem, int wantedNear, int wantedWidth, int wantedAround) {
    int n = problem.customers;
    nearWidth = Math.min(n, wantedNear);
    width = Math.min(n, wantedWidth);
    aroundWidth = Math.min(n, wantedAround);
    near = new int[(n + 1) * nearWidth];
    before = new int[(n + 1) * width];
    after = new int[(n + 1) * width];
    around = new int[(n + 1) * aroundWidth];
    long[] keys = new long[n];
    for (int customer = 1; customer <= n; customer++) {
      for (int other = 1; other <= n; other++) {
        keys[other - 1] = key(problem.distance[customer * problem.stride + other], other);
      }
      keys[customer - 1] = key(0, customer);
      fill(near, customer * nearWidth, nearWidth, keys);
      for (int other = 1; other <= n; other++) {
        keys[other - 1] = key(proximity(problem, other, customer), other);
      }
      fill(before, customer * width, width, keys);
      for (int other = 1; other <= n; other++) {
        keys[other - 1] = key(proximity(problem, customer, other), other);
      }
      fill(after, customer * width, width, keys);
      for (int other = 1; other <= n; other++) {
        int both =
            Math.min(proximity(problem, customer, other), proximity(problem, other, customer));
        keys[other - 1] = key(both, other);
      }
      fill(around, customer * aroundWidth, aroundWidth, keys);
    }
  }

  private static int proximity(PlainProblem problem, int from, int to) {
    if (from == to) {
      return INFEASIBLE;
    }
    int time = problem.time[from * problem.stride + to];
    int length = problem.distance[from * problem.stride + to];
    int earliest = problem.open[from] + problem.service[from] + time;
    if (earliest > problem.close[to]) {
      return INFEASIBLE;
    }
    int wait = problem.open[to] - (problem.close[from] + problem.service[from] + time);
    return length + (int) (WAIT_SHARE * Math.max(0, wait));
  }

  private static long key(int value, int customer) {
    return (long) value << 32 | customer;
  }

  /** Writes the smallest keys' customers; 0 fills up where too few are possible. */
  private static void fill(int[] lists, int offset, int count, long[] keys) {
    long[] smallest = smallest(keys, count);
    for (int i = 0; i < count; i++) {
      lists[offset + i] = smallest[i] >>> 32 >= INFEASIBLE ? 0 : (int) smallest[i];
    }
  }

  /** The smallest keys, sorted: quick selection, then a sort of the selected. */
  private static long[] smallest(long[] keys, int count) {
    int low = 0;
    int high = keys.length - 1;
    while (low < high) {
      long pivot = keys[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (keys[i] < pivot) {
          i++;
        }
        while (keys[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long swapped = keys[i];
          keys[i++] = keys[j];
          keys[j--] = swapped;
        }
      }
      if (count - 1 <= j) {
        high = j;
      } else if (count - 1 >= i) {
        low = i;
      } else {
        break;
      }
    }
    long[] found = Arrays.copyOf(keys, count);
    Arrays.sort(found);
    return found;
  }
}

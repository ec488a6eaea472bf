package io.gemba.routes.engine;

/**
 * Gives customers that are near each other near numbers: a search then reads its big tables in few
 * places that stay in the cache. The order is a tour that always goes on to the nearest customer
 * not yet numbered.
 */
final class CloseNumbering {
  private final int[] given;
  private final int[] close;

  /** Numbers the customers of a problem anew; takes O(n^2). */
  CloseNumbering(PlainProblem problem) {
    given = new int[problem.stride];
    close = new int[problem.stride];
    int[] open = new int[problem.customers];
    for (int i = 0; i < open.length; i++) {
      open[i] = i + 1;
    }
    int at = 0;
    int left = open.length;
    for (int number = 1; number <= problem.customers; number++) {
      int row = at * problem.stride;
      int nearest = 0;
      int nearestLength = Integer.MAX_VALUE;
      for (int i = 0; i < left; i++) {
        int length = problem.distance[row + open[i]];
        if (length < nearestLength) {
          nearestLength = length;
          nearest = i;
        }
      }
      at = open[nearest];
      open[nearest] = open[--left];
      given[number] = at;
      close[at] = number;
    }
  }

  /** The same problem with the new numbers. */
  PlainProblem renumbered(PlainProblem problem) {
    int[] distance = table(problem.distance);
    return new PlainProblem(
        distance,
        problem.time == problem.distance ? distance : table(problem.time),
        new PlainProblem.Nodes(
            row(problem.demand), row(problem.open), row(problem.close), row(problem.service)),
        new PlainProblem.Fleet(problem.capacity, problem.fleet),
        problem.x == null || problem.y == null
            ? null
            : new PlainProblem.Positions(row(problem.x), row(problem.y)));
  }

  /** The new numbers of given routes. */
  int[][] close(int[][] routes) {
    return mapped(routes, close);
  }

  /** A plan in the numbers of the problem as given. */
  PlainPlan given(PlainPlan plan) {
    return new PlainPlan(mapped(plan.routes(), given), plan.length(), plan.absent());
  }

  private static int[][] mapped(int[][] routes, int[] numbers) {
    int[][] mapped = new int[routes.length][];
    for (int r = 0; r < mapped.length; r++) {
      mapped[r] = new int[routes[r].length];
      for (int i = 0; i < mapped[r].length; i++) {
        mapped[r][i] = numbers[routes[r][i]];
      }
    }
    return mapped;
  }

  private int[] table(int[] old) {
    int stride = given.length;
    int[] table = new int[old.length];
    for (int from = 0; from < stride; from++) {
      int row = given[from] * stride;
      for (int to = 0; to < stride; to++) {
        table[from * stride + to] = old[row + given[to]];
      }
    }
    return table;
  }

  private int[] row(int[] old) {
    int[] row = new int[old.length];
    for (int node = 0; node < row.length; node++) {
      row[node] = old[given[node]];
    }
    return row;
  }

  private double[] row(double[] old) {
    double[] row = new double[old.length];
    for (int node = 0; node < row.length; node++) {
      row[node] = old[given[node]];
    }
    return row;
  }
}

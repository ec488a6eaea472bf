package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plain problems for tests, and their rules checked the slow way. */
final class TestProblems {
  private TestProblems() {}

  /** Customers on a square of 1000 with windows around a time at which they can be served. */
  static PlainProblem random(long seed, int customers, boolean windows, boolean symmetric) {
    Random random = new Random(seed);
    int size = customers + 1;
    double[] x = random.doubles(size, 0, 1000).toArray();
    double[] y = random.doubles(size, 0, 1000).toArray();
    int[] way = new int[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double detour = symmetric ? 1 : 1 + 0.2 * random.nextDouble();
        way[i * size + j] = i == j ? 0 : (int) (detour * Math.hypot(x[i] - x[j], y[i] - y[j]));
      }
    }
    int[] demand = new int[size];
    int[] open = new int[size];
    int[] close = new int[size];
    int[] service = new int[size];
    close[0] = windows ? 6000 : 1 << 28;
    for (int i = 1; i < size; i++) {
      demand[i] = 1 + random.nextInt(20);
      service[i] = windows ? 30 : 0;
      int earliest = way[i];
      int latest = 6000 - way[i * size] - 30;
      int at = earliest + random.nextInt(Math.max(1, latest - earliest));
      int half = 100 + random.nextInt(900);
      open[i] = windows ? Math.max(0, at - half) : 0;
      close[i] = windows ? Math.min(latest, at + half) : close[0];
    }
    return new PlainProblem(
        way,
        way,
        new PlainProblem.Nodes(demand, open, close, service),
        new PlainProblem.Fleet(100, size),
        new PlainProblem.Positions(x, y));
  }

  /** Broken rules of a plan, found by driving it. */
  static List<String> errors(PlainProblem problem, PlainPlan plan) {
    List<String> errors = new ArrayList<>();
    boolean[] served = new boolean[problem.customers + 1];
    for (int[] route : plan.routes()) {
      int at = 0;
      int time = problem.open[0];
      int load = 0;
      for (int customer : route) {
        if (served[customer]) {
          errors.add("twice " + customer);
        }
        served[customer] = true;
        load += problem.demand[customer];
        time += problem.time[at * problem.stride + customer];
        time = Math.max(time, problem.open[customer]);
        if (time > problem.close[customer]) {
          errors.add("late " + customer);
        }
        time += problem.service[customer];
        at = customer;
      }
      if (time + problem.time[at * problem.stride] > problem.close[0]) {
        errors.add("home late from " + at);
      }
      if (load > problem.capacity) {
        errors.add("load " + load);
      }
    }
    for (int customer = 1; customer <= problem.customers; customer++) {
      if (!served[customer]) {
        errors.add("absent " + customer);
      }
    }
    if (problem.length(plan.routes()) != plan.length()) {
      errors.add("length " + plan.length() + " is " + problem.length(plan.routes()));
    }
    return errors;
  }
}

package io.gemba.routes.benchmark;

import io.gemba.routes.benchmark.Instance.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Drives the routes of a benchmark plan from the instance's file values alone, in the convention's
 * arithmetic. Shares no code with the search.
 */
public final class PlanCheck {
  private static final double ROUNDING = 1e-7;

  private final Instance instance;
  private final Convention convention;
  private final boolean[] served;
  private final List<String> errors = new ArrayList<>();
  private double distance;

  private PlanCheck(Instance instance, Convention convention) {
    this.instance = instance;
    this.convention = convention;
    served = new boolean[instance.nodes().size()];
  }

  /**
   * What a plan is worth.
   *
   * @param distance of all ways, in the file's unit
   * @param vehicles routes with customers
   * @param errors broken rules, each with customer and values; empty = feasible
   */
  public record Verdict(double distance, int vehicles, List<String> errors) {
    /** Copies the errors. */
    public Verdict {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Checks a plan.
   *
   * @param routes node numbers in order of visit, without the depot
   */
  public static Verdict of(Instance instance, Convention convention, List<List<Integer>> routes) {
    PlanCheck check = new PlanCheck(instance, convention);
    int used = 0;
    for (List<Integer> route : routes) {
      if (!route.isEmpty()) {
        used++;
        check.drive(route);
      }
    }
    for (int node = 1; node < check.served.length; node++) {
      if (!check.served[node]) {
        check.errors.add("Customer %d is on no route.".formatted(node));
      }
    }
    if (used > instance.vehicles()) {
      check.errors.add("%d routes, but %d vehicles.".formatted(used, instance.vehicles()));
    }
    return new Verdict(check.distance, used, check.errors);
  }

  private void drive(List<Integer> route) {
    Node depot = instance.nodes().get(0);
    Node at = depot;
    double time = depot.open();
    int load = 0;
    int most = 0;
    int carried = 0;
    List<Integer> aboard = new ArrayList<>();
    for (int number : route) {
      if (number < 1 || number >= served.length || served[number]) {
        errors.add("Customer %d is unknown or visited twice.".formatted(number));
        return;
      }
      served[number] = true;
      Node node = instance.nodes().get(number);
      double way = convention.length(at, node);
      distance += way;
      time = Math.max(time + way, node.open());
      if (time > node.close() + ROUNDING) {
        errors.add("Customer %d at %s, closes at %s.".formatted(number, time, node.close()));
      }
      time += node.service();
      load += node.demand();
      carried += Math.max(0, node.demand());
      most = Math.max(most, load);
      pair(number, node, aboard);
      at = node;
    }
    double home = convention.length(at, depot);
    distance += home;
    if (time + home > depot.close() + ROUNDING) {
      errors.add(
          "Back from customer %d at %s.".formatted(route.get(route.size() - 1), time + home));
    }
    int heaviest = instance.kind() == Instance.Kind.PAIRS ? most : carried;
    if (heaviest > instance.capacity()) {
      errors.add("Load %d on the route of customer %d.".formatted(heaviest, route.get(0)));
    }
    for (int left : aboard) {
      errors.add("The load of %d is not brought.".formatted(left));
    }
  }

  private void pair(int number, Node node, List<Integer> aboard) {
    if (node.delivery() > 0) {
      aboard.add(number);
    } else if (node.pickup() > 0 && !aboard.remove((Integer) node.pickup())) {
      errors.add(
          "Customer %d comes before or without its pickup %d.".formatted(number, node.pickup()));
    }
  }
}

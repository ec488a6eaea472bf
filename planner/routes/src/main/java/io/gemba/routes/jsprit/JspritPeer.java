package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.listener.IterationEndsListener;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import io.gemba.routes.benchmark.Convention;
import io.gemba.routes.benchmark.Instance;
import io.gemba.routes.benchmark.Instance.Node;
import io.gemba.routes.benchmark.Solved;
import io.gemba.routes.benchmark.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * jsprit as it comes, beside which Gemba is measured: its own algorithm with fast regret insertion
 * (its default needs more than ten seconds to a first plan of 1,000 customers). It stops between
 * two iterations, and so may take longer than its time; what is late does not count as found in
 * time.
 */
public final class JspritPeer implements Solver {
  private static final int ENDLESS = 100_000_000;

  /** Stateless. */
  public JspritPeer() {}

  @Override
  public String name() {
    return "jsprit";
  }

  @Override
  public Solved solve(
      Instance instance, Convention convention, Effort effort, Consumer<Progress> found) {
    long began = System.nanoTime();
    VehicleRoutingProblem problem = problem(instance, convention);
    ExecutorService pool = Executors.newFixedThreadPool(effort.threads());
    try {
      VehicleRoutingAlgorithm algorithm =
          Jsprit.Builder.newInstance(problem)
              .setExecutorService(pool, effort.threads())
              .setRandom(new Random(effort.seed()))
              .setProperty(Jsprit.Parameter.FAST_REGRET, "true")
              .buildAlgorithm();
      algorithm.setMaxIterations(ENDLESS);
      long[] first = {-1};
      long[] iterations = {0};
      algorithm.addTerminationCriterion(
          discovered -> System.nanoTime() - began > effort.seconds() * 1e9);
      algorithm.addListener(
          (IterationEndsListener)
              (iteration, vrp, solutions) -> {
                iterations[0] = iteration;
                first[0] = first[0] < 0 ? (System.nanoTime() - began) / 1_000_000 : first[0];
              });
      VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
      long millis = (System.nanoTime() - began) / 1_000_000;
      return new Solved(routes(best), first[0] < 0 ? millis : first[0], iterations[0]);
    } finally {
      pool.shutdownNow();
    }
  }

  private static VehicleRoutingProblem problem(Instance instance, Convention convention) {
    List<Node> nodes = instance.nodes();
    FastVehicleRoutingTransportCostsMatrix.Builder matrix =
        FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(nodes.size(), false);
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < nodes.size(); j++) {
        double length = i == j ? 0 : convention.length(nodes.get(i), nodes.get(j));
        matrix.addTransportDistance(i, j, length).addTransportTime(i, j, length);
      }
    }
    Node depot = nodes.get(0);
    VehicleTypeImpl type =
        VehicleTypeImpl.Builder.newInstance("type")
            .addCapacityDimension(0, instance.capacity())
            .setCostPerDistance(1)
            .build();
    VehicleImpl vehicle =
        VehicleImpl.Builder.newInstance("vehicle")
            .setStartLocation(location(0))
            .setEarliestStart(depot.open())
            .setLatestArrival(depot.close())
            .setType(type)
            .build();
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(VehicleRoutingProblem.FleetSize.INFINITE)
            .setRoutingCost(matrix.build())
            .addVehicle(vehicle);
    for (int i = 1; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      builder.addJob(
          Delivery.Builder.newInstance(String.valueOf(i))
              .addSizeDimension(0, node.demand())
              .setLocation(location(i))
              .setServiceTime(node.service())
              .addTimeWindow(TimeWindow.newInstance(node.open(), node.close()))
              .build());
    }
    return builder.build();
  }

  private static Location location(int index) {
    return Location.Builder.newInstance().setIndex(index).setId(String.valueOf(index)).build();
  }

  private static List<List<Integer>> routes(VehicleRoutingProblemSolution solution) {
    List<List<Integer>> routes = new ArrayList<>();
    for (VehicleRoute route : solution.getRoutes()) {
      List<Integer> stops = new ArrayList<>();
      for (TourActivity activity : route.getActivities()) {
        stops.add(activity.getLocation().getIndex());
      }
      routes.add(stops);
    }
    return routes;
  }
}

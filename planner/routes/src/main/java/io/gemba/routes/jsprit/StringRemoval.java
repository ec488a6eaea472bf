package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.ruin.AbstractRuinStrategy;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.BreakActivity;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * String removal (Christiaens and Vanden Berghe 2020) as a ruin of jsprit: strings of neighbouring
 * stops are taken out of the routes that come near a job. Near is what costs little to drive to at
 * time 0 with the first vehicle.
 */
final class StringRemoval extends AbstractRuinStrategy {
  private static final int MEAN_REMOVED = 10;
  private static final int LONGEST_STRING = 10;
  private static final int NEAR = 100;

  private final VehicleRoutingProblem problem;
  private final List<Job> jobs;
  private final Map<Job, List<Job>> near = new HashMap<>();
  private final Vehicle anyone;

  StringRemoval(VehicleRoutingProblem problem, Random random) {
    super(problem);
    this.problem = problem;
    setRandom(random);
    jobs = List.copyOf(problem.getJobs().values());
    anyone = problem.getVehicles().iterator().next();
  }

  @Override
  public Collection<Job> ruinRoutes(Collection<VehicleRoute> routes) {
    Map<Job, VehicleRoute> routeOf = new HashMap<>();
    double stops = 0;
    for (VehicleRoute route : routes) {
      for (Job job : route.getTourActivities().getJobs()) {
        routeOf.put(job, route);
      }
      stops += route.getActivities().size();
    }
    Set<Job> removed = new LinkedHashSet<>();
    if (routeOf.isEmpty()) {
      return removed;
    }
    double longest = Math.min(LONGEST_STRING, Math.max(1, stops / routes.size()));
    int strings = 1 + (int) (random.nextDouble() * (4 * MEAN_REMOVED / (1 + longest) - 1));
    Set<VehicleRoute> ruined = new HashSet<>();
    for (Job job : near(jobs.get(random.nextInt(jobs.size())))) {
      VehicleRoute route = routeOf.get(job);
      if (route != null && !removed.contains(job) && ruined.add(route)) {
        List<Job> string = string(route, job, longest);
        for (Job one : string) {
          if (removeJob(one, route)) {
            removed.add(one);
          }
        }
        if (--strings == 0) {
          break;
        }
      }
    }
    return removed;
  }

  /** Jobs at neighbouring stops, the given one among them. */
  private List<Job> string(VehicleRoute route, Job job, double longest) {
    List<Job> inOrder = new ArrayList<>();
    int index = 0;
    for (TourActivity activity : route.getActivities()) {
      if (activity instanceof TourActivity.JobActivity visit
          && !(activity instanceof BreakActivity)) {
        index = visit.getJob().equals(job) ? inOrder.size() : index;
        inOrder.add(visit.getJob());
      }
    }
    int length = 1 + random.nextInt((int) Math.max(1, Math.min(inOrder.size(), longest)));
    int start = Math.max(0, Math.min(index - random.nextInt(length), inOrder.size() - length));
    return List.copyOf(new LinkedHashSet<>(inOrder.subList(start, start + length)));
  }

  private List<Job> near(Job job) {
    return near.computeIfAbsent(
        job,
        seed -> {
          Map<Job, Double> cost = new HashMap<>();
          jobs.forEach(other -> cost.put(other, other.equals(seed) ? -1.0 : cost(seed, other)));
          return jobs.stream().sorted(Comparator.comparingDouble(cost::get)).limit(NEAR).toList();
        });
  }

  private double cost(Job from, Job to) {
    Location a = from.getActivities().get(0).getLocation();
    Location b = to.getActivities().get(0).getLocation();
    return a == null || b == null
        ? Double.MAX_VALUE
        : problem.getTransportCosts().getTransportCost(a, b, 0, null, anyone);
  }
}

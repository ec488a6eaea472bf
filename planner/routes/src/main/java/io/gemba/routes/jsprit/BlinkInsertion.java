package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.recreate.AbstractInsertionStrategy;
import com.graphhopper.jsprit.core.algorithm.recreate.InsertionData;
import com.graphhopper.jsprit.core.algorithm.recreate.JobInsertionCostsCalculator;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Greedy insertion with blinks (Christiaens and Vanden Berghe 2020) as a recreation of jsprit: jobs
 * in one of four orders, each where it is cheapest, and now and then a route is not looked at.
 */
final class BlinkInsertion extends AbstractInsertionStrategy {
  private static final double BLINK = 0.01;

  private final JobInsertionCostsCalculator calculator;

  BlinkInsertion(
      JobInsertionCostsCalculator calculator, VehicleRoutingProblem problem, Random random) {
    super(problem);
    this.calculator = calculator;
    setRandom(random);
  }

  @Override
  public Collection<Job> insertUnassignedJobs(
      Collection<VehicleRoute> routes, Collection<Job> unassigned) {
    List<Job> left = new ArrayList<>();
    for (Job job : sorted(unassigned)) {
      VehicleRoute best = null;
      InsertionData cheapest = null;
      for (VehicleRoute route : routes) {
        if (random.nextDouble() >= BLINK) {
          InsertionData data = insertion(route, job, cost(cheapest));
          if (data != null) {
            cheapest = data;
            best = route;
          }
        }
      }
      VehicleRoute fresh = VehicleRoute.emptyRoute();
      InsertionData alone = insertion(fresh, job, cost(cheapest));
      if (alone != null) {
        cheapest = alone;
        best = fresh;
        routes.add(fresh);
      }
      if (cheapest == null || best == null) {
        left.add(job);
      } else {
        insertJob(job, cheapest, best);
      }
    }
    return left;
  }

  private static double cost(@Nullable InsertionData data) {
    return data == null ? Double.MAX_VALUE : data.getInsertionCost();
  }

  /** An insertion that costs less than a limit; null when there is none. */
  private @Nullable InsertionData insertion(VehicleRoute route, Job job, double limit) {
    InsertionData data =
        calculator.getInsertionData(
            route, job, NO_NEW_VEHICLE_YET, NO_NEW_DEPARTURE_TIME_YET, NO_NEW_DRIVER_YET, limit);
    return data instanceof InsertionData.NoInsertionFound || data.getInsertionCost() >= limit
        ? null
        : data;
  }

  /** By chance, by load, or by the end or the length of the window; urgent jobs first in all. */
  private List<Job> sorted(Collection<Job> unassigned) {
    List<Job> jobs = new ArrayList<>(unassigned);
    Collections.shuffle(jobs, random);
    Comparator<Job> order =
        switch (random.nextInt(4)) {
          case 0 -> Comparator.comparingInt(job -> 0);
          case 1 -> Comparator.comparingInt(job -> -load(job));
          case 2 -> Comparator.comparingDouble(BlinkInsertion::closes);
          default -> Comparator.comparingDouble(job -> closes(job) - opens(job));
        };
    jobs.sort(Comparator.comparingInt(Job::getPriority).thenComparing(order));
    return jobs;
  }

  private static int load(Job job) {
    int sum = 0;
    for (int i = 0; i < job.getSize().getNuOfDimensions(); i++) {
      sum += job.getSize().get(i);
    }
    return sum;
  }

  private static double closes(Job job) {
    return job.getActivities().stream()
        .flatMap(activity -> activity.getTimeWindows().stream())
        .mapToDouble(window -> window.getEnd())
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private static double opens(Job job) {
    return job.getActivities().stream()
        .flatMap(activity -> activity.getTimeWindows().stream())
        .mapToDouble(window -> window.getStart())
        .min()
        .orElse(0);
  }
}

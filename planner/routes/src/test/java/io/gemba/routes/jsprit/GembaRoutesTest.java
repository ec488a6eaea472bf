package io.gemba.routes.jsprit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.analysis.SolutionAnalyser;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint;
import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint.ConstraintsStatus;
import com.graphhopper.jsprit.core.problem.constraint.HardRouteConstraint;
import com.graphhopper.jsprit.core.problem.constraint.SoftRouteConstraint;
import com.graphhopper.jsprit.core.problem.job.Break;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Pickup;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.BreakActivity;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import io.gemba.routes.RouteRequest.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** jsprit's problems solved by us and looked at by jsprit; the seed is the parameter. */
class GembaRoutesTest {

  private static VehicleImpl.Builder van(String id, VehicleTypeImpl type) {
    return VehicleImpl.Builder.newInstance(id)
        .setType(type)
        .setStartLocation(Location.newInstance(0, 0))
        .setLatestArrival(1_000);
  }

  private static VehicleTypeImpl type(String id, int capacity, double fixed) {
    return VehicleTypeImpl.Builder.newInstance(id)
        .addCapacityDimension(0, capacity)
        .addCapacityDimension(1, 40)
        .setFixedCost(fixed)
        .setCostPerDistance(1)
        .build();
  }

  private static Delivery delivery(String id, double x, double y) {
    return Delivery.Builder.newInstance(id)
        .addSizeDimension(0, 1)
        .setLocation(Location.newInstance(x, y))
        .build();
  }

  private static VehicleRoutingProblem.Builder finite() {
    return VehicleRoutingProblem.Builder.newInstance().setFleetSize(FleetSize.FINITE);
  }

  /**
   * Deliveries, pickups, services and shipments with windows, skills, two dimensions, open ends.
   */
  private static VehicleRoutingProblem random(long seed) {
    Random random = new Random(seed);
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(random.nextBoolean() ? FleetSize.FINITE : FleetSize.INFINITE);
    VehicleTypeImpl small = type("small", 8, 20);
    VehicleTypeImpl big = type("big", 14, 35.5);
    for (int i = 0; i < 6; i++) {
      VehicleImpl.Builder van = van("v" + i, i % 2 == 0 ? small : big);
      if (i % 3 == 0) {
        van.addSkill("lift");
      }
      if (i == 4) {
        van.setReturnToDepot(false);
      }
      if (i == 5) {
        van.setEndLocation(Location.newInstance(30, 30)).setEarliestStart(50.5);
      }
      builder.addVehicle(van.build());
    }
    for (int i = 0; i < 24; i++) {
      builder.addJob(job(random, "j" + i));
    }
    return builder.build();
  }

  private static Location place(Random random) {
    return Location.newInstance(random.nextInt(1_000) / 10.0 - 50, random.nextInt(1_000) / 10.0);
  }

  private static TimeWindow window(Random random) {
    double from = random.nextInt(400);
    return TimeWindow.newInstance(from, from + 60 + random.nextInt(300) + random.nextDouble());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // jsprit's builders
  private static Job job(Random random, String id) {
    int load = 1 + random.nextInt(3);
    int kind = random.nextInt(4);
    boolean lifts = random.nextInt(5) == 0;
    if (kind == 0) {
      Shipment.Builder shipment =
          Shipment.Builder.newInstance(id)
              .addSizeDimension(0, load)
              .setPickupLocation(place(random))
              .setDeliveryLocation(place(random))
              .setPickupServiceTime(4.25)
              .setDeliveryTimeWindow(TimeWindow.newInstance(100, 700 + random.nextInt(200)));
      return lifts ? shipment.addRequiredSkill("lift").build() : shipment.build();
    }
    Service.Builder<? extends Service> builder =
        kind == 1
            ? Pickup.Builder.newInstance(id)
            : kind == 2 ? Service.Builder.newInstance(id) : Delivery.Builder.newInstance(id);
    builder
        .addSizeDimension(0, load)
        .addSizeDimension(1, random.nextInt(4))
        .setLocation(place(random))
        .setServiceTime(5 + random.nextDouble())
        .setPriority(1 + random.nextInt(3))
        .addTimeWindow(window(random));
    if (random.nextInt(3) == 0) {
      builder.addTimeWindow(TimeWindow.newInstance(800, 900));
    }
    if (lifts) {
      builder.addRequiredSkill("lift");
    }
    return builder.build();
  }

  private static VehicleRoutingProblemSolution solve(VehicleRoutingProblem problem, int steps) {
    return GembaRoutes.solve(problem, new Search(30, steps, 1, 1), () -> false);
  }

  private static VehicleRoutingProblemSolution solve(
      VehicleRoutingProblem problem, OwnRules rules) {
    return GembaRoutes.solve(problem, rules, new Search(30, 300, 1, 1), () -> false);
  }

  private static List<Set<String>> jobs(VehicleRoutingProblemSolution solution) {
    List<Set<String>> jobs = new ArrayList<>();
    for (VehicleRoute route : solution.getRoutes()) {
      jobs.add(
          route.getTourActivities().getJobs().stream()
              .map(Job::getId)
              .collect(java.util.stream.Collectors.toSet()));
    }
    return jobs;
  }

  private static void agrees(VehicleRoutingProblem problem, VehicleRoutingProblemSolution ours) {
    SolutionAnalyser jsprit =
        new SolutionAnalyser(
            problem, ours, (from, to, time, van) -> distance(problem, from, to, van));
    for (VehicleRoute route : ours.getRoutes()) {
      assertThat(jsprit.hasSkillConstraintViolation(route)).isFalse();
      assertThat(jsprit.hasShipmentConstraintViolation(route)).isFalse();
      for (int i = 0; i < 2; i++) {
        assertThat(jsprit.getCapacityViolation(route).get(i)).isZero();
      }
      assertThat(jsprit.getTimeWindowViolation(route)).isLessThan(1e-6);
    }
    List<String> all = new ArrayList<>();
    jobs(ours).forEach(all::addAll);
    ours.getUnassignedJobs().forEach(job -> all.add(job.getId()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(problem.getJobs().keySet());
  }

  private static double distance(
      VehicleRoutingProblem problem,
      Location from,
      Location to,
      com.graphhopper.jsprit.core.problem.vehicle.Vehicle van) {
    return problem.getTransportCosts().getDistance(from, to, 0, van);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyProblem_isSolvedAsJspritUnderstandsIt(long seed) {
    VehicleRoutingProblem problem = random(seed);

    VehicleRoutingProblemSolution ours = solve(problem, 3_000);

    assertThat(GembaRoutes.obstacles(problem)).isEmpty();
    agrees(problem, ours);
    SolutionAnalyser jsprit =
        new SolutionAnalyser(
            problem, ours, (from, to, time, van) -> distance(problem, from, to, van));
    double open =
        ours.getUnassignedJobs().stream()
            .mapToDouble(job -> new SolutionPrice(problem).missedCost(job))
            .sum();
    assertThat(ours.getCost())
        .isCloseTo(
            jsprit.getVariableTransportCosts() + jsprit.getFixedCosts() + open, within(1e-6));
  }

  @Test
  void fourProblems_areNotDearerThanWithJspritItself() {
    double theirs = 0;
    double ours = 0;
    for (long seed = 1; seed <= 4; seed++) {
      VehicleRoutingProblem problem = random(seed);
      VehicleRoutingAlgorithm jsprit = Jsprit.createAlgorithm(problem);
      jsprit.setMaxIterations(150);
      theirs += new SolutionPrice(problem).getCosts(Solutions.bestOf(jsprit.searchSolutions()));
      ours += solve(problem, 20_000).getCost();
    }

    assertThat(ours).isLessThan(theirs);
  }

  @Test
  void sixProblems_costLittleMoreOnTheFallback() {
    double compiled = 0;
    double fallback = 0;
    for (long seed = 1; seed <= 6; seed++) {
      VehicleRoutingProblem problem = random(seed);
      VehicleRoutingProblemSolution solution = solve(problem, OwnRules.none(problem));
      agrees(problem, solution);
      fallback += solution.getCost();
      compiled += solve(problem, 3_000).getCost();
    }

    assertThat(fallback).isLessThan(compiled * 1.1);
  }

  @Test
  void ownHardConstraints_areKept() {
    VehicleRoutingProblem.Builder builder = finite();
    VehicleTypeImpl type = type("t", 10, 0);
    builder.addVehicle(van("v", type).build()).addVehicle(van("w", type).build());
    for (int i = 0; i < 6; i++) {
      builder.addJob(delivery("d" + i, 10 + i, 0));
    }
    VehicleRoutingProblem problem = builder.build();
    OwnRules apart = OwnRules.none(problem);
    HardRouteConstraint rule =
        context ->
            !context.getJob().getId().equals("d0")
                || context.getRoute().getTourActivities().getJobs().stream()
                    .noneMatch(job -> job.getId().equals("d1"));
    HardRouteConstraint mirrored =
        context ->
            !context.getJob().getId().equals("d1")
                || context.getRoute().getTourActivities().getJobs().stream()
                    .noneMatch(job -> job.getId().equals("d0"));
    apart.constraints().addConstraint(rule);
    apart.constraints().addConstraint(mirrored);
    OwnRules last = OwnRules.none(problem);
    HardActivityConstraint first =
        (context, before, activity, after, departs) ->
            context.getJob().getId().equals("d5")
                    && before
                        instanceof com.graphhopper.jsprit.core.problem.solution.route.activity.Start
                ? ConstraintsStatus.NOT_FULFILLED
                : ConstraintsStatus.FULFILLED;
    last.constraints().addConstraint(first, ConstraintManager.Priority.CRITICAL);

    assertThat(jobs(solve(problem, OwnRules.none(problem)))).hasSize(1);
    assertThat(jobs(solve(problem, apart)))
        .hasSize(2)
        .noneMatch(jobs -> jobs.containsAll(Set.of("d0", "d1")));
    assertThat(solve(problem, last).getRoutes())
        .isNotEmpty()
        .noneMatch(
            route ->
                ((com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity
                            .JobActivity)
                        route.getActivities().get(0))
                    .getJob()
                    .getId()
                    .equals("d5"));
  }

  @Test
  void ownSoftConstraintAndObjective_areHeeded() {
    VehicleTypeImpl type = type("t", 10, 0);
    VehicleRoutingProblem problem =
        finite()
            .addVehicle(van("v", type).build())
            .addVehicle(van("w", type("u", 10, 1)).build())
            .addJob(delivery("d", 10, 0))
            .build();
    OwnRules base = OwnRules.none(problem);
    SoftRouteConstraint dislikes =
        context -> context.getNewVehicle().getId().equals("v") ? 1_000 : 0;
    base.constraints().addConstraint(dislikes);
    OwnRules rules =
        new OwnRules(
            base.states(),
            base.constraints(),
            solution ->
                solution.getRoutes().stream()
                    .mapToDouble(route -> route.getVehicle().getId().equals("v") ? 1_000 : 1)
                    .sum());

    VehicleRoutingProblemSolution solution = solve(problem, rules);

    assertThat(solution.getRoutes())
        .extracting(route -> route.getVehicle().getId())
        .containsExactly("w");
    assertThat(solution.getCost()).isEqualTo(1);
  }

  @Test
  void breakAndInitialRoute_runOnTheFallback() {
    VehicleTypeImpl type = type("t", 10, 0);
    VehicleImpl van =
        van("v", type)
            .setBreak(
                Break.Builder.newInstance("lunch")
                    .setTimeWindow(TimeWindow.newInstance(20, 30))
                    .setServiceTime(15)
                    .build())
            .build();
    VehicleRoutingProblem problem =
        finite().addVehicle(van).addJob(delivery("a", 15, 0)).addJob(delivery("b", 30, 0)).build();

    VehicleRoutingProblemSolution solution = solve(problem, 200);

    assertThat(GembaRoutes.obstacles(problem)).containsExactly("the break of vehicle 'v'");
    assertThat(solution.getUnassignedJobs()).isEmpty();
    assertThat(solution.getRoutes().iterator().next().getActivities())
        .anyMatch(activity -> activity instanceof BreakActivity);
  }

  @Test
  void skillThatNobodyHas_leavesItsJobOut() {
    VehicleRoutingProblem problem =
        finite()
            .addVehicle(van("v", type("t", 10, 0)).build())
            .addJob(
                Delivery.Builder.newInstance("d")
                    .addRequiredSkill("fly")
                    .setLocation(Location.newInstance(1, 1))
                    .build())
            .build();

    assertThat(solve(problem, 50).getUnassignedJobs()).extracting(Job::getId).containsExactly("d");
  }
}

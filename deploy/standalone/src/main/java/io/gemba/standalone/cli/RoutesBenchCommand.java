package io.gemba.standalone.cli;

import io.gemba.routes.benchmark.Convention;
import io.gemba.routes.benchmark.GembaSolver;
import io.gemba.routes.benchmark.Solver;
import io.gemba.routes.jsprit.JspritPeer;
import io.gemba.standalone.bench.RoutesBench;
import io.gemba.standalone.bench.RoutesLiveBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Routes on public instances, against the best known values. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    description = {
      "Solves public routing instances and prints one CSV row a run.",
      "Gaps are against the file bks.csv beside the instances. The last lines are mean gaps of the",
      "medians over the seeds."
    })
final class RoutesBenchCommand implements Callable<Integer> {

  /** Solvers to compare with. */
  enum Peer {
    JSPRIT
  }

  /** What plans are compared by. */
  enum Objective {
    DISTANCE,
    VEHICLES
  }

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "An instance (Solomon, Gehring-Homberger, Li-Lim, CVRPLIB) or a folder of such.")
  private @Nullable Path data;

  @Option(
      names = "--live",
      description = "Measure first plans, quotes and repairs in a made-up city instead.")
  private boolean live;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Orders of that city; above 2,000 only plans and memory. Default: 1000.")
  private int orders;

  @Option(
      names = "--instances",
      paramLabel = "NAME",
      split = ",",
      description = "Instances to solve, with commas. Default: all.")
  private List<String> instances = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      split = ",",
      defaultValue = "10",
      description = "Time limits, with commas, each a run of its own. Default: 10.")
  private List<Double> seconds = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs with the seeds 1 to N. Default: 1.")
  private int seeds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads of a run. Default: 2.")
  private int threads;

  @Option(
      names = "--objective",
      paramLabel = "WHAT",
      defaultValue = "distance",
      description = "distance, or vehicles first. Default: distance.")
  private Objective objective = Objective.DISTANCE;

  @Option(names = "--peer", paramLabel = "NAME", description = "Also measure: jsprit.")
  private @Nullable Peer peer;

  @Option(
      names = "--solutions",
      paramLabel = "DIR",
      description = "Keep every plan there as a CVRPLIB .sol file.")
  private @Nullable Path solutions;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the screen.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Logs.toScreen();
    Path folder = data;
    if (folder == null && !live) {
      throw new IllegalArgumentException("Say --data DIR for instances, or --live.");
    }
    if (out == null) {
      measure(folder, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    } else {
      try (PrintWriter writer = new PrintWriter(out.toFile(), StandardCharsets.UTF_8)) {
        measure(folder, writer);
      }
    }
    return 0;
  }

  private void measure(@Nullable Path folder, PrintWriter writer) throws IOException {
    if (folder == null) {
      new RoutesLiveBench(orders, seconds.get(0), threads, writer).run();
    } else {
      new RoutesBench(plan(folder), solvers(), writer).run();
    }
  }

  private List<Solver> solvers() {
    List<Solver> solvers = new ArrayList<>(List.of(new GembaSolver()));
    if (peer == Peer.JSPRIT) {
      solvers.add(new JspritPeer());
    }
    return solvers;
  }

  private RoutesBench.Plan plan(Path folder) {
    return new RoutesBench.Plan(
        folder,
        instances,
        objective == Objective.VEHICLES ? Convention.VEHICLES_FIRST : null,
        seconds,
        seeds,
        threads,
        solutions);
  }
}

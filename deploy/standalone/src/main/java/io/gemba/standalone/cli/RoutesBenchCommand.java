package io.gemba.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gemba.routes.benchmark.Convention;
import io.gemba.routes.benchmark.GembaSolver;
import io.gemba.routes.benchmark.Solver;
import io.gemba.routes.jsprit.JspritPeer;
import io.gemba.standalone.bench.RoutesBench;
import io.gemba.standalone.bench.RoutesLiveBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private SolverRuns runs = new SolverRuns();

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

  @Override
  public Integer call() throws IOException {
    Logs.toScreen();
    Path folder = data;
    if (folder == null && !live) {
      throw new IllegalArgumentException("Say --data DIR for instances, or --live.");
    }
    runs.print(rows -> measure(folder, new PrintWriter(rows, true, UTF_8)));
    return 0;
  }

  private void measure(@Nullable Path folder, PrintWriter rows) throws IOException {
    if (folder == null) {
      new RoutesLiveBench(orders, runs.seconds().get(0), runs.threads(), rows).run();
    } else {
      new RoutesBench(plan(folder), solvers(), rows).run();
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
        runs.instances(),
        objective == Objective.VEHICLES ? Convention.VEHICLES_FIRST : null,
        runs.seconds(),
        runs.seeds(),
        runs.threads(),
        solutions);
  }
}

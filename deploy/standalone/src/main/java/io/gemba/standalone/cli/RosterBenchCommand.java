package io.gemba.standalone.cli;

import io.gemba.rosters.benchmark.BenchmarkSet;
import io.gemba.standalone.bench.RosterBench;
import io.gemba.standalone.bench.RosterLiveBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Roster benchmarks: one CSV row a run. */
@Command(
    name = "rosters",
    mixinStandardHelpOptions = true,
    description = "Solves public roster benchmarks beside their best known values.")
final class RosterBenchCommand implements Callable<Integer> {
  @Mixin private SolverRuns runs = new SolverRuns();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with bks.csv and a folder a family.")
  private @Nullable Path data;

  @Option(
      names = "--peer",
      paramLabel = "NAME",
      split = ",",
      description =
          "optaplanner: its default search beside ours, on the same model; optaplanner-engine: the"
              + " same on the engine's price in place of constraint streams.")
  private List<RosterBench.Peer> peers = List.of();

  @Option(
      names = "--live",
      description =
          "Repairs and explanations of a made-up roster of 100 people x 28 days instead, in"
              + " milliseconds.")
  private boolean live;

  @Option(
      names = "--solutions",
      paramLabel = "DIR",
      description = "Folder to keep every roster in, one row an employee, one column a day.")
  private @Nullable Path solutions;

  @Override
  public Integer call() throws IOException {
    runs.print(this::print);
    return 0;
  }

  private void print(PrintStream rows) throws IOException {
    if (live) {
      new RosterLiveBench(runs.seconds().get(0), runs.threads(), rows).run();
      return;
    }
    Path folder = data;
    if (folder == null) {
      throw new IllegalArgumentException("Say --data DIR for instances, or --live.");
    }
    RosterBench.Plan plan =
        new RosterBench.Plan(
            runs.instances(), runs.seconds(), runs.seeds(), runs.threads(), peers, solutions);
    new RosterBench(BenchmarkSet.open(folder), plan, rows).run();
  }
}

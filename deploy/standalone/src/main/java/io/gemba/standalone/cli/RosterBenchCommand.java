package io.gemba.standalone.cli;

import io.gemba.rosters.benchmark.BenchmarkSet;
import io.gemba.standalone.bench.RosterBench;
import io.gemba.standalone.bench.RosterLiveBench;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Roster benchmarks: one CSV row a run. */
@Command(
    name = "rosters",
    mixinStandardHelpOptions = true,
    description = "Solves public roster benchmarks beside their best known values.")
final class RosterBenchCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with bks.csv and a folder a family.")
  private @Nullable Path data;

  @Option(
      names = "--instances",
      paramLabel = "NAME",
      split = ",",
      description = "Instances, with commas. Default: all.")
  private @Nullable List<String> instances;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      split = ",",
      defaultValue = "10",
      description = "Time limits, with commas. Default: 10.")
  private List<Double> seconds = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seeds of each, from 1. Default: 1.")
  private int seeds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads of the search. Default: 2.")
  private int threads;

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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File for the rows. Default: the screen.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    if (out == null) {
      print(System.out);
      return 0;
    }
    try (OutputStream file = Files.newOutputStream(out);
        PrintStream rows = new PrintStream(file, true, StandardCharsets.UTF_8)) {
      print(rows);
    }
    return 0;
  }

  private void print(PrintStream rows) throws Exception {
    if (live) {
      new RosterLiveBench(seconds.get(0), threads, rows).run();
      return;
    }
    Path folder = data;
    if (folder == null) {
      throw new IllegalArgumentException("Say --data DIR for instances, or --live.");
    }
    RosterBench.Plan plan =
        new RosterBench.Plan(
            instances == null ? List.of() : instances, seconds, seeds, threads, peers, solutions);
    new RosterBench(BenchmarkSet.open(folder), plan, rows).run();
  }
}

package io.gemba.standalone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which instances are solved, how long and how often, and where the rows go. */
final class SolverRuns {
  @Option(
      names = "--instances",
      paramLabel = "NAME",
      split = ",",
      description = "Instances, with commas. Default: all.")
  private List<String> instances = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      split = ",",
      defaultValue = "10",
      description = "Time limits, with commas, each a run of its own. Default: 10.")
  private List<Double> seconds = List.of();

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
      description = "Threads of the search. Default: 2.")
  private int threads;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File for the rows. Default: the screen.")
  private @Nullable Path out;

  List<String> instances() {
    return instances;
  }

  List<Double> seconds() {
    return seconds;
  }

  int seeds() {
    return seeds;
  }

  int threads() {
    return threads;
  }

  /** Measures and prints rows. */
  @FunctionalInterface
  interface Measurement {
    void print(PrintStream rows) throws IOException;
  }

  void print(Measurement measurement) throws IOException {
    if (out == null) {
      measurement.print(System.out);
      return;
    }
    try (PrintStream rows =
        new PrintStream(Files.newOutputStream(out), true, StandardCharsets.UTF_8)) {
      measurement.print(rows);
    }
  }
}

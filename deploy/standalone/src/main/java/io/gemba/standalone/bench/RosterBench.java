package io.gemba.standalone.bench;

import io.gemba.rosters.benchmark.Benchmark;
import io.gemba.rosters.benchmark.BenchmarkSet;
import io.gemba.rosters.engine.Engine;
import io.gemba.rosters.engine.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Solves roster benchmarks and prints one CSV row a run. What is printed is the price that the
 * benchmark's own evaluator finds, not the engine's claim.
 */
public final class RosterBench {
  private static final String HEAD =
      "instance,solver,seconds,seed,hard,cost,best_known,gap_percent,evaluations_per_second,wall_seconds,bound";

  private final BenchmarkSet set;
  private final Plan plan;
  private final PrintStream out;
  private final Map<String, List<Double>> gaps = new LinkedHashMap<>();

  /**
   * What to run.
   *
   * @param instances names; empty = all of the set
   * @param seconds time limits, each a run of its own
   * @param seeds how many seeds, from 1
   * @param threads threads of the search
   * @param solutions folder for the rosters, null = they are not kept
   */
  public record Plan(
      List<String> instances,
      List<Double> seconds,
      int seeds,
      int threads,
      @Nullable Path solutions) {
    /** Copies the lists. */
    public Plan {
      instances = List.copyOf(instances);
      seconds = List.copyOf(seconds);
    }
  }

  /**
   * @param out where rows and results are printed
   */
  public RosterBench(BenchmarkSet set, Plan plan, PrintStream out) {
    this.set = set;
    this.plan = plan;
    this.out = out;
  }

  /** Runs everything, instance by instance. */
  public void run() throws IOException {
    out.println(HEAD);
    List<String> names = plan.instances().isEmpty() ? set.names() : plan.instances();
    for (String name : names) {
      Benchmark benchmark = set.read(name);
      Problem problem = benchmark.problem();
      for (double seconds : plan.seconds()) {
        List<Double> ofSeeds = new ArrayList<>();
        for (int seed = 1; seed <= plan.seeds(); seed++) {
          double gap = solve(benchmark, problem, seconds, seed);
          if (!Double.isNaN(gap)) {
            ofSeeds.add(gap);
          }
        }
        if (!ofSeeds.isEmpty()) {
          gaps.computeIfAbsent(family(name) + " " + text(seconds) + " s", key -> new ArrayList<>())
              .add(median(ofSeeds));
        }
      }
    }
    gaps.forEach(
        (group, list) ->
            out.printf(
                Locale.ROOT,
                "%s, median of %d seeds: mean gap %.2f %%, worst %.2f %%, best known reached %d of"
                    + " %d%n",
                group,
                plan.seeds(),
                list.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                list.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                list.stream().filter(gap -> gap <= 1e-9).count(),
                list.size()));
    out.printf("runs: %d instances%n", names.size());
  }

  private static String family(String name) {
    return name.replaceAll("[_\\d].*$", "").toLowerCase(Locale.ROOT);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }

  /** The gap in percent, NaN when no best value is known. */
  private double solve(Benchmark benchmark, Problem problem, double seconds, int seed)
      throws IOException {
    long began = System.nanoTime();
    Engine.Found found =
        Engine.solve(
            problem,
            problem.emptyRoster(),
            new Engine.Options(seconds, plan.threads(), seed, Long.MAX_VALUE),
            (roster, hard, soft) -> {},
            () -> false);
    double wall = (System.nanoTime() - began) / 1e9;
    String[][] ids = benchmark.ids(found.roster());
    Benchmark.Score score = benchmark.evaluate(ids);
    if (score.hard() != found.hard() || (score.hard() == 0 && score.cost() != found.soft())) {
      throw new IllegalStateException(
          "%s: the engine claims %d hard and %d, its evaluator finds %s."
              .formatted(benchmark.name(), found.hard(), found.soft(), score));
    }
    OptionalLong best = set.bestKnown(benchmark.name());
    double gap =
        best.isEmpty()
            ? Double.NaN
            : score.hard() > 0 ? 100 : 100.0 * (score.cost() - best.getAsLong()) / best.getAsLong();
    out.println(
        String.join(
            ",",
            benchmark.name(),
            "gemba",
            text(seconds),
            String.valueOf(seed),
            String.valueOf(score.hard()),
            String.valueOf(score.cost()),
            best.isEmpty() ? "" : String.valueOf(best.getAsLong()),
            Double.isNaN(gap) ? "" : String.format(Locale.ROOT, "%.2f", gap),
            String.format(Locale.ROOT, "%.0f", found.proposals() / found.busySeconds()),
            String.format(Locale.ROOT, "%.1f", wall),
            found.bound() == Double.NEGATIVE_INFINITY
                ? ""
                : String.format(Locale.ROOT, "%.1f", found.bound())));
    keep(benchmark, ids, seconds, seed);
    return gap;
  }

  private void keep(Benchmark benchmark, String[][] ids, double seconds, int seed)
      throws IOException {
    Path folder = plan.solutions();
    if (folder == null) {
      return;
    }
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ids.length; row++) {
      StringJoiner line = new StringJoiner(",");
      line.add(benchmark.employees().get(row));
      Arrays.stream(ids[row]).forEach(line::add);
      lines.add(line.toString());
    }
    String name = "%s-%ss-seed%d.csv".formatted(benchmark.name(), text(seconds), seed);
    Files.write(folder.resolve(name), lines);
  }

  private static String text(double seconds) {
    return seconds == Math.rint(seconds)
        ? String.valueOf(Math.round(seconds))
        : String.valueOf(seconds);
  }
}

package io.gemba.standalone.bench;

import io.gemba.rosters.benchmark.Benchmark;
import io.gemba.rosters.benchmark.BenchmarkSet;
import io.gemba.rosters.engine.Engine;
import io.gemba.rosters.engine.Problem;
import io.gemba.rosters.optaplanner.PeerSolver;
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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Solves roster benchmarks and prints one CSV row a run. What is printed is the price that the
 * benchmark's own evaluator finds, not the engine's claim.
 */
public final class RosterBench {
  private static final String HEAD =
      "instance,solver,seconds,seed,hard,cost,best_known,gap_percent,evaluations_per_second";

  private static final String GEMBA = "gemba";

  private final BenchmarkSet set;
  private final Plan plan;
  private final PrintStream out;
  private final Map<String, List<Double>> gaps = new LinkedHashMap<>();

  /** Whom we are compared with, each on one thread. */
  public enum Peer {
    /** OptaPlanner as it comes. */
    OPTAPLANNER(PeerSolver.Pricing.STREAMS),
    /** OptaPlanner's search on the engine's price. */
    OPTAPLANNER_ENGINE(PeerSolver.Pricing.ENGINE);

    private final PeerSolver.Pricing pricing;

    Peer(PeerSolver.Pricing pricing) {
      this.pricing = pricing;
    }

    /** As it is written in rows. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What to run.
   *
   * @param instances names; empty = all of the set
   * @param seconds time limits, each a run of its own
   * @param seeds how many seeds, from 1
   * @param threads threads of the search
   * @param peers who runs beside us
   * @param solutions folder for the rosters, null = they are not kept
   */
  public record Plan(
      List<String> instances,
      List<Double> seconds,
      int seeds,
      int threads,
      List<Peer> peers,
      @Nullable Path solutions) {
    /** Copies the lists. */
    public Plan {
      instances = List.copyOf(instances);
      peers = List.copyOf(peers);
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
      for (double seconds : plan.seconds()) {
        runs(benchmark, GEMBA, seconds, seed -> gemba(benchmark, seconds, seed));
        for (Peer peer : plan.peers()) {
          runs(
              benchmark,
              peer.toString(),
              seconds,
              seed -> optaPlanner(benchmark, peer, seconds, seed));
        }
      }
    }
    gaps.forEach(
        (group, list) -> {
          double[] sorted = list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          out.printf(
              Locale.ROOT,
              "%s mean gap: %.2f %%%n",
              group,
              Arrays.stream(sorted).sum() / sorted.length);
          out.printf(Locale.ROOT, "%s worst gap: %.2f %%%n", group, sorted[sorted.length - 1]);
          out.printf(
              Locale.ROOT,
              "%s best known reached: %d of %d instances%n",
              group,
              Arrays.stream(sorted).filter(gap -> gap <= 1e-9).count(),
              sorted.length);
        });
    out.printf("instances: %d instances%n", names.size());
  }

  /** All seeds of one solver; their median counts. */
  private void runs(Benchmark benchmark, String solver, double seconds, IntFunction<Answer> answers)
      throws IOException {
    List<Double> ofSeeds = new ArrayList<>();
    for (int seed = 1; seed <= plan.seeds(); seed++) {
      double gap = tell(benchmark, solver, seconds, seed, answers.apply(seed));
      if (!Double.isNaN(gap)) {
        ofSeeds.add(gap);
      }
    }
    if (!ofSeeds.isEmpty()) {
      String group = "%s %s %s s".formatted(family(benchmark.name()), solver, text(seconds));
      gaps.computeIfAbsent(group, key -> new ArrayList<>()).add(median(ofSeeds));
    }
  }

  private static String family(String name) {
    return name.replaceAll("[_\\d].*$", "").toLowerCase(Locale.ROOT);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }

  /** A roster and how many steps a second it took. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  private record Answer(short[] roster, double evaluationsPerSecond) {}

  private Answer gemba(Benchmark benchmark, double seconds, int seed) {
    Problem problem = benchmark.problem();
    Engine.Found found =
        Engine.solve(
            problem,
            problem.emptyRoster(),
            new Engine.Options(seconds, plan.threads(), seed, Long.MAX_VALUE),
            (roster, hard, soft) -> {},
            () -> false);
    Benchmark.Score score = benchmark.evaluate(benchmark.ids(found.roster()));
    if (score.hard() != found.hard() || (score.hard() == 0 && score.cost() != found.soft())) {
      throw new IllegalStateException(
          "%s: the engine claims %d hard and %d, its evaluator finds %s."
              .formatted(benchmark.name(), found.hard(), found.soft(), score));
    }
    return new Answer(found.roster(), found.proposals() / found.busySeconds());
  }

  private static Answer optaPlanner(Benchmark benchmark, Peer peer, double seconds, int seed) {
    PeerSolver.Found found = PeerSolver.solve(benchmark.problem(), peer.pricing, seconds, seed);
    return new Answer(found.roster(), found.evaluations() / seconds);
  }

  /** The gap in percent, 100 when a rule is broken, NaN when no best value is known. */
  private double tell(Benchmark benchmark, String solver, double seconds, int seed, Answer answer)
      throws IOException {
    String[][] ids = benchmark.ids(answer.roster());
    Benchmark.Score score = benchmark.evaluate(ids);
    OptionalLong best = set.bestKnown(benchmark.name());
    double gap =
        best.isEmpty()
            ? Double.NaN
            : score.hard() > 0 ? 100 : 100.0 * (score.cost() - best.getAsLong()) / best.getAsLong();
    out.println(
        String.join(
            ",",
            benchmark.name(),
            solver,
            text(seconds),
            String.valueOf(seed),
            String.valueOf(score.hard()),
            String.valueOf(score.cost()),
            best.isEmpty() ? "" : String.valueOf(best.getAsLong()),
            Double.isNaN(gap) ? "" : String.format(Locale.ROOT, "%.2f", gap),
            String.format(Locale.ROOT, "%.0f", answer.evaluationsPerSecond())));
    keep(benchmark, solver, ids, seconds, seed);
    return gap;
  }

  private void keep(Benchmark benchmark, String solver, String[][] ids, double seconds, int seed)
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
    String name = "%s-%s-%ss-seed%d.csv".formatted(benchmark.name(), solver, text(seconds), seed);
    Files.write(folder.resolve(name), lines);
  }

  private static String text(double seconds) {
    return seconds == Math.rint(seconds)
        ? String.valueOf(Math.round(seconds))
        : String.valueOf(seconds);
  }
}

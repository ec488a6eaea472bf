package io.gemba.standalone.bench;

import io.gemba.routes.benchmark.BestKnown;
import io.gemba.routes.benchmark.Convention;
import io.gemba.routes.benchmark.Instance;
import io.gemba.routes.benchmark.InstanceFile;
import io.gemba.routes.benchmark.PlanCheck;
import io.gemba.routes.benchmark.PlanFile;
import io.gemba.routes.benchmark.Solved;
import io.gemba.routes.benchmark.Solver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Solves benchmark instances and compares with the best known values beside them. Every plan is
 * checked by a checker of its own; a plan that breaks a rule ends the measurement.
 */
public final class RoutesBench {
  private static final String HEADER =
      "instance,solver,seconds,seed,vehicles,distance,bks,gap_percent,first_plan_millis";

  private final Plan plan;
  private final List<Solver> solvers;
  private final PrintWriter out;
  private final Map<String, List<Double>> gaps = new TreeMap<>();

  /**
   * What is measured.
   *
   * @param data an instance, or a folder of such, looked through to the bottom
   * @param names of instances; empty = all
   * @param convention null = what the instance's own kind is compared by
   * @param seconds limits, each a run of its own
   * @param seeds 1 to this
   * @param threads of each run
   * @param solutions folder for every plan; null = not kept
   */
  public record Plan(
      Path data,
      List<String> names,
      @Nullable Convention convention,
      List<Double> seconds,
      int seeds,
      int threads,
      @Nullable Path solutions) {}

  /**
   * @param solvers measured one after the other on each instance
   * @param out where rows go
   */
  public RoutesBench(Plan plan, List<Solver> solvers, PrintWriter out) {
    this.plan = plan;
    this.solvers = List.copyOf(solvers);
    this.out = out;
  }

  /**
   * Measures.
   *
   * @throws IOException when an instance cannot be read or no such is there
   */
  public void run() throws IOException {
    List<Path> files = files();
    if (files.isEmpty()) {
      throw new IOException("No instances %s under %s.".formatted(plan.names(), plan.data()));
    }
    line(HEADER);
    for (Path file : files) {
      Instance instance = InstanceFile.read(file);
      BestKnown known = BestKnown.beside(file);
      for (double seconds : plan.seconds()) {
        for (Solver solver : solvers) {
          measure(instance, known, seconds, solver);
        }
      }
    }
    gaps.forEach((group, values) -> line(summary(group, values)));
  }

  private void measure(Instance instance, BestKnown known, double seconds, Solver solver)
      throws IOException {
    Convention convention =
        plan.convention() == null ? Convention.usualFor(instance) : plan.convention();
    Optional<BestKnown.Value> best = known.find(instance.name(), convention);
    List<Double> own = new ArrayList<>();
    for (int seed = 1; seed <= plan.seeds(); seed++) {
      Solved solved =
          solver.solve(
              instance, convention, new Solver.Effort(seconds, plan.threads(), seed), p -> {});
      PlanCheck.Verdict verdict = PlanCheck.of(instance, convention, solved.routes());
      if (!verdict.errors().isEmpty()) {
        throw new IllegalStateException(
            "%s on %s breaks rules: %s"
                .formatted(solver.name(), instance.name(), verdict.errors().get(0)));
      }
      keep(instance, solver, seconds, seed, solved, verdict);
      Double gap =
          best.map(value -> 100 * (verdict.distance() / value.distance() - 1)).orElse(null);
      line(row(instance, solver.name(), seconds, seed, solved, verdict, best, gap));
      if (gap != null) {
        own.add(gap);
      }
    }
    if (!own.isEmpty()) {
      gaps.computeIfAbsent(
              "%s, %s, %s s".formatted(family(instance), solver.name(), number(seconds)),
              key -> new ArrayList<>())
          .add(median(own));
    }
  }

  private void keep(
      Instance instance,
      Solver solver,
      double seconds,
      int seed,
      Solved solved,
      PlanCheck.Verdict verdict)
      throws IOException {
    if (plan.solutions() != null) {
      Files.createDirectories(plan.solutions());
      String name =
          "%s-%s-%ss-%d.sol".formatted(instance.name(), solver.name(), number(seconds), seed);
      PlanFile.write(plan.solutions().resolve(name), solved.routes(), verdict.distance());
    }
  }

  private static String row(
      Instance instance,
      String solver,
      double seconds,
      int seed,
      Solved solved,
      PlanCheck.Verdict verdict,
      Optional<BestKnown.Value> best,
      @Nullable Double gap) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%d,%d,%.2f,%s,%s,%d",
        instance.name(),
        solver,
        number(seconds),
        seed,
        verdict.vehicles(),
        verdict.distance(),
        best.map(value -> (value.vehicles() > 0 ? value.vehicles() + "/" : "") + value.distance())
            .orElse(""),
        gap == null ? "" : String.format(Locale.ROOT, "%.3f", gap),
        solved.firstPlanMillis());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String summary(String group, List<Double> medians) {
    double mean = medians.stream().mapToDouble(gap -> gap).average().orElse(0);
    return String.format(
        Locale.ROOT, "mean gap, %s: %.3f %% (%d instances)", group, mean, medians.size());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Folder and size; the big ones of Gehring and Homberger by length of route too. */
  private static String family(Instance instance) {
    String length =
        instance.name().matches("(C|R|RC)[12]_.*")
            ? instance.name().matches("(C|R|RC)1_.*") ? " short routes" : " long routes"
            : "";
    return instance.family() + " " + instance.customers() + length;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(plan.data())) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(txt|vrp|TXT|VRP)"))
          .filter(file -> plan.names().isEmpty() || plan.names().contains(stem(file)))
          .sorted()
          .toList();
    }
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }
}

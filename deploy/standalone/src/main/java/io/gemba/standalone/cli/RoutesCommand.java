package io.gemba.standalone.cli;

import io.gemba.message.Json;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import io.gemba.routes.benchmark.Convention;
import io.gemba.routes.benchmark.GembaSolver;
import io.gemba.routes.benchmark.Instance;
import io.gemba.routes.benchmark.Instance.Node;
import io.gemba.routes.benchmark.InstanceFile;
import io.gemba.routes.benchmark.PlanCheck;
import io.gemba.routes.benchmark.PlanFile;
import io.gemba.routes.benchmark.Solved;
import io.gemba.routes.benchmark.Solver;
import io.gemba.routes.format.PlanCsv;
import io.gemba.routes.format.PlanGeoJson;
import io.gemba.routes.format.PlanGpx;
import io.gemba.routes.format.PlanSvg;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Routes without a running Gemba. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    description = "Plans delivery routes from a file.")
final class RoutesCommand {

  /** What the input is. */
  enum Format {
    GEMBA,
    SOLOMON,
    LILIM,
    CVRPLIB
  }

  /** What is made small. */
  enum Objective {
    COST,
    DISTANCE,
    VEHICLES
  }

  /** One problem, one plan, in every form that is asked of it. */
  @Command(
      name = "solve",
      mixinStandardHelpOptions = true,
      description = {
        "Solves one problem and writes the plan.",
        "A request (--format gemba) becomes a result in JSON, with .geojson, .gpx, .csv and .svg",
        "beside it; a public instance becomes a CVRPLIB .sol with .csv and .svg beside it."
      })
  int solve(
      @Option(names = "--in", paramLabel = "FILE", required = true, description = "The problem.")
          Path in,
      @Option(
              names = "--format",
              paramLabel = "NAME",
              defaultValue = "gemba",
              description = "gemba, solomon, lilim or cvrplib. Default: gemba.")
          Format format,
      @Option(
              names = "--objective",
              paramLabel = "WHAT",
              description =
                  "cost (requests), distance or vehicles (instances). Default: what is usual: cost, vehicles with pairs, else distance.")
          @Nullable Objective objective,
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "10",
              description = "Time limit. Default: 10.")
          double seconds,
      @Option(
              names = "--threads",
              paramLabel = "N",
              defaultValue = "2",
              description = "Threads. Default: 2.")
          int threads,
      @Option(
              names = "--seed",
              paramLabel = "K",
              defaultValue = "1",
              description = "Seed of the random choices. Default: 1.")
          long seed,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "The plan.")
          Path out)
      throws IOException {
    Logs.toScreen();
    if (seconds <= 0 || threads < 1) {
      throw new IllegalArgumentException(
          "--seconds (%s) must be above 0 and --threads (%d) at least 1."
              .formatted(seconds, threads));
    }
    if (format == Format.GEMBA) {
      if (objective != null && objective != Objective.COST) {
        throw new IllegalArgumentException(
            "--objective %s is for public instances; a request is planned by its cost."
                .formatted(objective));
      }
      request(in, new RouteRequest.Search(seconds, null, seed, threads), out);
    } else {
      if (objective == Objective.COST) {
        throw new IllegalArgumentException(
            "--objective cost is for requests; an instance has no prices.");
      }
      instance(in, format, objective, new Solver.Effort(seconds, threads, seed), out);
    }
    return 0;
  }

  private static void request(Path in, RouteRequest.Search search, Path out) throws IOException {
    RouteRequest request =
        JsonInput.read(in, RouteRequest.class, "route request").withSearch(search);
    PrintStream screen = System.out;
    RouteResult result =
        new RoutePlanner()
            .solve(
                request,
                better ->
                    screen.printf(
                        "%6d ms  %,d cents  %d vehicles  %d unassigned  %d iterations%n",
                        better.millis(),
                        better.costCents(),
                        better.vehicles(),
                        better.unassigned(),
                        better.iterations()),
                () -> false);
    Files.write(out, Json.write(result));
    Files.writeString(beside(out, ".geojson"), PlanGeoJson.of(request, result));
    Files.writeString(beside(out, ".gpx"), PlanGpx.of(request, result));
    Files.writeString(beside(out, ".csv"), PlanCsv.of(result));
    Files.writeString(beside(out, ".svg"), picture(request, result));
    screen.printf(
        "%,d cents (nearest neighbour %,d), %.1f km, %d vehicles, %d unassigned: %s%n",
        result.costs().totalCents(),
        result.baselineCosts().totalCents(),
        result.metres() / 1000,
        result.routes().size(),
        result.unassigned().size(),
        out);
  }

  private static String picture(RouteRequest request, RouteResult result) {
    Map<String, PlanSvg.Point> points = new HashMap<>();
    for (RouteRequest.Place place : request.places()) {
      double x = place.longitude() * Math.cos(Math.toRadians(place.latitude()));
      points.put(place.id(), new PlanSvg.Point(x, place.latitude()));
    }
    List<List<PlanSvg.Point>> lines = new ArrayList<>();
    for (RouteResult.Route route : result.routes()) {
      List<PlanSvg.Point> line = new ArrayList<>();
      line.add(points.get(route.depot()));
      route.stops().forEach(stop -> line.add(points.get(stop.place())));
      line.add(points.get(route.depot()));
      lines.add(line);
    }
    return PlanSvg.of(result.routes().size() + " routes", lines);
  }

  private static void instance(
      Path in, Format format, @Nullable Objective objective, Solver.Effort effort, Path out)
      throws IOException {
    Instance instance = InstanceFile.read(in);
    Instance.Kind wanted =
        switch (format) {
          case LILIM -> Instance.Kind.PAIRS;
          case CVRPLIB -> Instance.Kind.CAPACITY;
          default -> Instance.Kind.WINDOWS;
        };
    if (instance.kind() != wanted) {
      throw new IllegalArgumentException(
          "--format %s does not fit %s, which has %s. Say solomon for windows, lilim for pairs, cvrplib for capacity."
              .formatted(
                  format.name().toLowerCase(Locale.ROOT),
                  in,
                  instance.kind().name().toLowerCase(Locale.ROOT)));
    }
    Convention convention = convention(instance, objective);
    PrintStream screen = System.out;
    Solved solved =
        new GembaSolver()
            .solve(
                instance,
                convention,
                effort,
                better ->
                    screen.printf(
                        "%6d ms  %,.1f  %d vehicles%n",
                        better.millis(), better.distance(), better.vehicles()));
    PlanCheck.Verdict verdict = PlanCheck.of(instance, convention, solved.routes());
    if (!verdict.errors().isEmpty()) {
      throw new IllegalStateException("The checker refuses the plan: " + verdict.errors().get(0));
    }
    PlanFile.write(out, solved.routes(), verdict.distance());
    StringBuilder table = new StringBuilder("route,number,customer\r\n");
    List<List<PlanSvg.Point>> lines = new ArrayList<>();
    for (int r = 0; r < solved.routes().size(); r++) {
      List<PlanSvg.Point> line = new ArrayList<>();
      line.add(point(instance.nodes().get(0)));
      int number = 1;
      for (int customer : solved.routes().get(r)) {
        line.add(point(instance.nodes().get(customer)));
        table.append("%d,%d,%d\r\n".formatted(r + 1, number++, customer));
      }
      line.add(point(instance.nodes().get(0)));
      lines.add(line);
    }
    Files.writeString(beside(out, ".csv"), table);
    Files.writeString(
        beside(out, ".svg"),
        PlanSvg.of("%s, %.1f".formatted(instance.name(), verdict.distance()), lines));
    screen.printf(
        "%.2f, %d vehicles, %d iterations: %s%n",
        verdict.distance(), verdict.vehicles(), solved.iterations(), out);
  }

  private static Convention convention(Instance instance, @Nullable Objective objective) {
    if (objective == Objective.VEHICLES) {
      return Convention.VEHICLES_FIRST;
    }
    return objective == Objective.DISTANCE && instance.kind() == Instance.Kind.PAIRS
        ? Convention.EUCLID
        : Convention.usualFor(instance);
  }

  private static PlanSvg.Point point(Node node) {
    return new PlanSvg.Point(node.x(), node.y());
  }

  private static Path beside(Path out, String ending) {
    String stem = String.valueOf(out.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
    return out.resolveSibling(stem + ending);
  }
}

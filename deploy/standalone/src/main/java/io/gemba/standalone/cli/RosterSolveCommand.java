package io.gemba.standalone.cli;

import io.gemba.rosters.InvalidRosterRequestException;
import io.gemba.rosters.RosterContradictions;
import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequestErrors;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.benchmark.Benchmark;
import io.gemba.rosters.benchmark.BenchmarkSet.Family;
import io.gemba.rosters.engine.Engine;
import io.gemba.rosters.output.BenchmarkRoster;
import io.gemba.rosters.output.RosterFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One request, one roster, in every form. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    description = {
      "Plans one roster. Writes JSON to --out, and beside it, with the same name: .csv (person x"
          + " day),",
      ".svg (shifts, cover against need) and a folder .ics with one calendar a person.",
      "Ctrl-C ends the search and writes the best roster so far."
    })
final class RosterSolveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--in", paramLabel = "FILE", required = true, description = "The problem.")
  private Path in = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "gemba",
      description = "gemba (a request in JSON), curtois or inrc1. Default: gemba.")
  private Format format = Format.GEMBA;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "Time limit. Default: 10.")
  private double seconds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads of the search. Default: 2.")
  private int threads;

  @Option(
      names = "--seed",
      paramLabel = "K",
      defaultValue = "1",
      description = "Seed of the random choices. Default: 1.")
  private long seed;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Zone of a request's local times, for the calendars. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      defaultValue = "2024-01-01",
      description =
          "Date of the first day, for instances that have no dates; a Monday. Default: 2024-01-01.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The roster.")
  private Path out = Path.of(".");

  /** What the input is. */
  enum Format {
    GEMBA,
    CURTOIS,
    INRC1
  }

  @Override
  public Integer call() throws IOException {
    Logs.toScreen();
    List<String> wrong = wrongOptions();
    if (!wrong.isEmpty()) {
      return refused(wrong);
    }
    try (CtrlC stop = CtrlC.listen()) {
      if (format == Format.GEMBA) {
        return request(stop);
      }
      return instance(Family.valueOf(format.name()).read(in), stop);
    }
  }

  private int refused(List<String> wrong) {
    PrintWriter errors = spec.commandLine().getErr();
    wrong.forEach(errors::println);
    errors.flush();
    return 1;
  }

  /** Everything that can be said before the problem itself is read. */
  private List<String> wrongOptions() throws IOException {
    List<String> wrong = new ArrayList<>();
    if (!Files.isRegularFile(in)) {
      wrong.add("--in '%s' is no file. Name one that exists.".formatted(in));
    } else {
      Format looks = looks(Files.readString(in, StandardCharsets.ISO_8859_1));
      if (looks != format) {
        wrong.add(
            "--in '%s' looks like %s, not %s. Say --format %s."
                .formatted(in, name(looks), name(format), name(looks)));
      }
    }
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      wrong.add("--seconds (%s) must be above 0.".formatted(seconds));
    }
    if (threads < 1) {
      wrong.add("--threads (%d) must be at least 1.".formatted(threads));
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
      wrong.add("--out '%s' is no file in a folder that exists. Make the folder.".formatted(out));
    }
    return wrong;
  }

  private Format looks(String text) {
    return Family.of(text)
        .map(family -> Format.valueOf(family.name()))
        .orElse(text.stripLeading().startsWith("{") ? Format.GEMBA : format);
  }

  private static String name(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private int request(CtrlC stop) throws IOException {
    RosterRequest request = read();
    List<String> wrong = RosterRequestErrors.list(request);
    if (!wrong.isEmpty()) {
      return refused(wrong);
    }
    PrintWriter errors = spec.commandLine().getErr();
    RosterContradictions.list(request).forEach(line -> errors.println("Cannot be met: " + line));
    errors.flush();
    ProgressLine line = new ProgressLine(spec.commandLine().getOut());
    RosterResult result;
    try {
      result =
          new RosterPlanner()
              .solve(
                  request,
                  better ->
                      line.show("%,d cents, %d broken", better.costCents(), better.violations()),
                  stop);
    } catch (InvalidRosterRequestException e) {
      return refused(e.errors());
    }
    new RosterFiles(out).write(request, result, zone, Instant.now());
    line.end(
        "%,d cents (weekly pattern %,d), %d rules broken, %d gaps: %s",
        result.costs().totalCents(),
        result.baselineCosts().totalCents(),
        result.violations().size(),
        result.gaps().size(),
        out);
    return 0;
  }

  private RosterRequest read() throws IOException {
    RosterRequest asked = JsonInput.read(in, RosterRequest.class, "roster request");
    return new RosterRequest(
        asked.firstDay(),
        asked.days(),
        asked.people(),
        asked.shifts(),
        asked.demand(),
        asked.rules(),
        asked.pins(),
        asked.published(),
        new RosterRequest.Search(seconds, null, seed, threads));
  }

  private int instance(Benchmark instance, CtrlC stop) throws IOException {
    ProgressLine line = new ProgressLine(spec.commandLine().getOut());
    Engine.Found found =
        Engine.solve(
            instance.problem(),
            instance.problem().emptyRoster(),
            new Engine.Options(seconds, threads, seed, Long.MAX_VALUE),
            (roster, hard, soft) -> line.show("cost %,d, %d broken", soft, hard),
            stop);
    String[][] ids = instance.ids(found.roster());
    Benchmark.Score score = instance.evaluate(ids);
    BenchmarkRoster roster =
        new BenchmarkRoster(
            instance.name(),
            score.hard(),
            score.cost(),
            Double.isInfinite(found.bound()) ? null : found.bound(),
            seconds,
            seed,
            instance.employees(),
            Arrays.stream(ids).map(List::of).toList());
    new RosterFiles(out).write(instance, roster, instance.firstDay().orElse(from), Instant.now());
    line.end("cost %,d, %d rules broken: %s", score.cost(), score.hard(), out);
    return 0;
  }
}

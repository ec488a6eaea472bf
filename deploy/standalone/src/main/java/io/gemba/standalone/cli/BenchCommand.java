package io.gemba.standalone.cli;

import io.gemba.standalone.bench.DayBench;
import io.gemba.standalone.bench.StartBench;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements that anyone can repeat. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Gemba on this machine.",
    subcommands = {
      StreamBenchCommand.class,
      AnomalyBenchCommand.class,
      RosterBenchCommand.class,
      RoutesBenchCommand.class,
      InventoryBenchCommand.class,
      ForecastBenchCommand.class
    })
final class BenchCommand {

  /** The demand and the inventory job, with many series. */
  @Command(
      name = "day",
      mixinStandardHelpOptions = true,
      description =
          "How long the close of a day takes for many series, and how soon a count of stock becomes a"
              + " proposal.")
  int day(
      @Option(
              names = "--series",
              paramLabel = "N",
              defaultValue = "30000",
              description = "Items times shops. Default: 30000.")
          int series,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "60",
              description = "Days of history. Default: 60.")
          int days,
      @Option(
              names = "--seconds",
              defaultValue = "30",
              description = "Seconds of moving stock. Default: 30.")
          int seconds,
      @Option(
              names = "--per-second",
              paramLabel = "N",
              defaultValue = "10000",
              description = "Movements of stock a second. Default: 10000.")
          int perSecond,
      @Option(
              names = "--model",
              paramLabel = "FILE",
              description = "A trained model to be announced first. Default: none.")
          @Nullable Path model)
      throws Exception {
    PrintStream screen = System.out;
    DayBench.Plan plan = new DayBench.Plan(series, days, seconds, perSecond, model);
    try (BenchFolder folder = new BenchFolder(Map.of())) {
      new DayBench(folder.settings(), folder.site(), plan, Clock.systemUTC(), screen).run();
    }
    return 0;
  }

  /** One first start, on an empty folder. */
  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "How long a first start takes, and what the running program needs.")
  int start(
      @Option(
              names = "--settle",
              paramLabel = "SECONDS",
              defaultValue = "240",
              description = "How long it runs before it is taken for idle. Default: 240.")
          long settle,
      @Option(
              names = "--idle",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "How long it is then watched; 0 leaves that out. Default: 60.")
          long idle)
      throws Exception {
    PrintStream screen = System.out;
    try (BenchFolder folder = new BenchFolder(Map.of())) {
      new StartBench(folder.settings(), folder.site(), screen)
          .run(Duration.ofSeconds(settle), Duration.ofSeconds(idle));
    }
    return 0;
  }
}

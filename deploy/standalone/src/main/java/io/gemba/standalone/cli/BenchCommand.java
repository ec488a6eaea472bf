package io.gemba.standalone.cli;

import io.gemba.sensors.simulation.DemoSite;
import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.site.SiteFile;
import io.gemba.standalone.Job;
import io.gemba.standalone.bench.StartBench;
import io.gemba.standalone.bench.StreamBench;
import io.gemba.standalone.data.Addresses;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements that anyone can repeat. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Gemba on this machine.",
    subcommands = {
      AnomalyBenchCommand.class,
      RosterBenchCommand.class,
      RoutesBenchCommand.class,
      InventoryBenchCommand.class,
      ForecastBenchCommand.class
    })
final class BenchCommand {

  /** All jobs, one after the other, each beside a pipeline that does nothing. */
  @Command(
      name = "stream",
      mixinStandardHelpOptions = true,
      description = "Records a second of each job beside a pipeline that does nothing.")
  int stream(
      @Option(
              names = "--records",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "Records each job is fed with. Default: 1000000.")
          long records,
      @Option(
              names = "--jobs",
              paramLabel = "NAME",
              split = ",",
              description = "Jobs to measure, with commas. Default: all.")
          @Nullable Set<Job> jobs)
      throws Exception {
    Path folder = Files.createTempDirectory("gemba-bench");
    PrintStream screen = System.out;
    Logs.toFolder(folder.resolve("logs"));
    try {
      Settings settings = Addresses.resolve(SettingsFile.read(null, oftenChecked(folder)));
      Path site = DemoSite.copyTo(folder.resolve("site.yaml"));
      new StreamBench(settings, SiteFile.read(site), screen)
          .run(jobs == null ? EnumSet.allOf(Job.class) : jobs, records);
      return 0;
    } finally {
      delete(folder);
    }
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
              defaultValue = "90",
              description = "How long it runs before it is taken for idle. Default: 90.")
          long settle,
      @Option(
              names = "--idle",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "How long it is then watched; 0 leaves that out. Default: 60.")
          long idle)
      throws Exception {
    Path folder = Files.createTempDirectory("gemba-bench");
    PrintStream screen = System.out;
    Logs.toFolder(folder.resolve("logs"));
    try {
      Settings settings = Addresses.resolve(SettingsFile.read(null, freshPorts(folder)));
      Path site = DemoSite.copyTo(folder.resolve("site.yaml"));
      new StartBench(settings, SiteFile.read(site), screen)
          .run(Duration.ofSeconds(settle), Duration.ofSeconds(idle));
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static Map<String, String> oftenChecked(Path folder) {
    Map<String, String> settings = new HashMap<>(freshPorts(folder));
    settings.put("GEMBA_FLINK_CHECKPOINT_SECONDS", "1");
    return settings;
  }

  private static Map<String, String> freshPorts(Path folder) {
    return Map.of(
        "GEMBA_DATA", folder.toString(),
        "GEMBA_WEB_PORT", "0",
        "GEMBA_MQTT_URL", "tcp://127.0.0.1:0",
        "GEMBA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:0",
        "GEMBA_FLINK_PORT", "0",
        "GEMBA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:0/gemba",
        "GEMBA_TIME_SERIES_URL", "http://127.0.0.1:0");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}

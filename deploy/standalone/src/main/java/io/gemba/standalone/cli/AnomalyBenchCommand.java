package io.gemba.standalone.cli;

import io.gemba.standalone.Job;
import io.gemba.standalone.bench.AlarmLatency;
import io.gemba.standalone.bench.AnomalyBench;
import io.gemba.standalone.bench.AnomalySpeed;
import io.gemba.standalone.bench.StreamBench;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How good and how fast the detectors are. */
@Command(
    name = "anomalies",
    mixinStandardHelpOptions = true,
    description = {
      "Scores the detectors on a public benchmark, by its own rules.",
      "NAB: a folder with 'data' and 'combined_windows.json'. SKAB: a folder of its csv files."
    })
final class AnomalyBenchCommand implements Callable<Integer> {
  private static final long READINGS_OF_JOB = 2_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "--scores",
      paramLabel = "DIR",
      description = "Write a csv a NAB series there: timestamp,value,anomaly_score.")
  private @Nullable Path scores;

  @Option(
      names = "--peer",
      paramLabel = "NAME",
      description = "Also score on NAB: rcf, AWS's random cut forest.")
  private @Nullable Peer peer;

  /** Detectors to compare with. */
  enum Peer {
    RCF
  }

  /** One of these. */
  static final class What {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of NAB or of SKAB, all or any part of it.")
    private @Nullable Path data;

    @Option(
        names = "--speed",
        description =
            "Readings a second on one core, of the detector alone to the whole Flink job, and bytes"
                + " of state a sensor; takes some two minutes.")
    private boolean speed;

    @Option(
        names = "--latency",
        description = "From a reading at the MQTT broker to its alarm; takes some 80 s.")
    private boolean latency;
  }

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Readings a second for --latency. Default: 5000.")
  private int rate;

  @Override
  public Integer call() throws Exception {
    Path data = what.data;
    if (data == null || !isNab(data)) {
      refuse(peer != null, "--peer");
      refuse(scores != null, "--scores");
    }
    if (what.latency) {
      PrintStream screen = System.out;
      try (BenchFolder folder = new BenchFolder(Map.of())) {
        new AlarmLatency(folder.settings(), folder.site(), rate, screen).run();
      }
      return 0;
    }
    if (what.speed || data == null) {
      speed(System.out);
      return 0;
    }
    AnomalyBench bench = new AnomalyBench(System.out);
    if (isNab(data)) {
      bench.nab(data, scores, peer == Peer.RCF);
    } else {
      bench.skab(data);
    }
    return 0;
  }

  private static void speed(PrintStream screen) throws Exception {
    new AnomalySpeed(screen).run();
    try (BenchFolder folder = new BenchFolder(Map.of("GEMBA_FLINK_CHECKPOINT_SECONDS", "1"))) {
      new StreamBench(folder.settings(), folder.site(), screen)
          .run(EnumSet.of(Job.ANOMALY), READINGS_OF_JOB);
    }
  }

  private void refuse(boolean isGiven, String option) {
    if (isGiven) {
      throw new ParameterException(
          spec.commandLine(),
          "%s counts only with --data and a folder of NAB, which has 'combined_windows.json'. Leave it out"
              .formatted(option));
    }
  }

  private static boolean isNab(Path folder) throws java.io.IOException {
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      return walk.anyMatch(file -> file.endsWith("combined_windows.json"));
    }
  }
}

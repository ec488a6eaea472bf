package io.gemba.standalone.cli;

import io.gemba.standalone.Job;
import io.gemba.standalone.bench.MqttBench;
import io.gemba.standalone.bench.StreamBench;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All jobs, one after the other, each beside a pipeline that does nothing. */
@Command(
    name = "stream",
    mixinStandardHelpOptions = true,
    description = "Records a second of each job beside a pipeline that does nothing.")
final class StreamBenchCommand implements Callable<Integer> {
  private static final long KAFKA_RECORDS = 2_000_000;
  private static final long MQTT_READINGS = 200_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Records each job is fed with. Default: 2000000, from MQTT 200000.")
  private @Nullable Long records;

  @Option(
      names = "--jobs",
      paramLabel = "NAME",
      split = ",",
      description = "Jobs to measure, with commas. Default: all.")
  private @Nullable Set<Job> jobs;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "kafka",
      description =
          "Where records lie: kafka or mqtt. From MQTT only the anomaly job reads. Default: kafka.")
  private Origin source = Origin.KAFKA;

  /** Where records lie. */
  enum Origin {
    KAFKA,
    MQTT
  }

  @Override
  public Integer call() throws Exception {
    PrintStream screen = System.out;
    if (source == Origin.KAFKA) {
      try (BenchFolder folder = new BenchFolder(Map.of("GEMBA_FLINK_CHECKPOINT_SECONDS", "1"))) {
        new StreamBench(folder.settings(), folder.site(), screen)
            .run(
                jobs == null ? EnumSet.allOf(Job.class) : jobs,
                records == null ? KAFKA_RECORDS : records);
      }
      return 0;
    }
    if (jobs != null && !jobs.equals(EnumSet.of(Job.ANOMALY))) {
      throw new ParameterException(
          spec.commandLine(),
          "Only the anomaly job reads from MQTT, not %s. Say '--jobs anomaly --source mqtt'"
              .formatted(jobs.stream().map(Job::jobName).sorted().toList()));
    }
    Map<String, String> special =
        Map.of("GEMBA_FLINK_CHECKPOINT_SECONDS", "1", "GEMBA_FLINK_READINGS", "mqtt");
    try (BenchFolder folder = new BenchFolder(special)) {
      new MqttBench(folder.settings(), folder.site(), screen)
          .run(records == null ? MQTT_READINGS : records);
    }
    return 0;
  }
}

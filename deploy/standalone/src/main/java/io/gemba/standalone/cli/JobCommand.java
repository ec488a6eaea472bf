package io.gemba.standalone.cli;

import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.Job;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Submits a job to a Flink cluster that runs elsewhere. */
@Command(
    name = "job",
    mixinStandardHelpOptions = true,
    description = "Submits a job to the Flink cluster at flink.host and flink.port.")
final class JobCommand implements Callable<Integer> {
  /** What a job uses and a cluster does not have. */
  private static final List<String> CARRIED =
      List.of(
          "gemba-",
          "flink-connector-",
          "kafka-clients-",
          "jackson-",
          "influxdb-client-",
          "retrofit-",
          "converter-",
          "adapter-rxjava3-",
          "rxjava-",
          "reactive-streams-",
          "okhttp-",
          "okio-",
          "kotlin-stdlib-",
          "logging-interceptor-",
          "gson-",
          "commons-csv-",
          "snakeyaml-",
          "jakarta.validation-",
          "jspecify-",
          "zstd-jni-",
          "lz4-java-",
          "snappy-java-");

  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "NAME", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Job job = Job.ANOMALY;

  @Option(names = "--site", paramLabel = "FILE", required = true, description = "Your business.")
  private Path siteFile = Path.of("");

  @Override
  public Integer call() throws Exception {
    Logs.toScreen();
    Settings settings = installation.settings();
    Site site = SiteFile.read(siteFile);
    StreamExecutionEnvironment environment = job.graph(settings, site);
    Configuration remote = new Configuration();
    remote.set(DeploymentOptions.TARGET, "remote");
    remote.set(DeploymentOptions.ATTACHED, false);
    remote.set(RestOptions.ADDRESS, settings.flink().host());
    remote.set(RestOptions.PORT, settings.flink().port());
    remote.set(PipelineOptions.JARS, jars());
    environment.configure(remote);
    try {
      JobClient client = environment.executeAsync(job.jobName());
      System.out.printf(
          "Job %s runs as %s on http://%s:%d%n",
          job.jobName(), client.getJobID(), settings.flink().host(), settings.flink().port());
      return 0;
    } catch (Exception e) { // the client declares no narrower one
      throw new CannotStartException(
          "Flink at %s:%d does not take the job: %s. Check flink.host and flink.port."
              .formatted(settings.flink().host(), settings.flink().port(), rootMessage(e)),
          e);
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  static List<String> jars() throws IOException {
    Path lib;
    try {
      lib =
          Path.of(JobCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .getParent();
    } catch (URISyntaxException e) {
      throw new IOException("The folder of the jars cannot be found", e);
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files
          .filter(file -> CARRIED.stream().anyMatch(file.getFileName().toString()::startsWith))
          .map(file -> file.toUri().toString())
          .sorted()
          .toList();
    }
  }
}

package io.gemba.standalone;

import io.gemba.jobs.stream.Checkpoints;
import io.gemba.planner.PlannerServer;
import io.gemba.planner.PlannerService;
import io.gemba.planner.health.Readiness;
import io.gemba.sensors.mqtt.Gateway;
import io.gemba.sensors.simulation.Simulation;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.standalone.StartUp.Part;
import io.gemba.standalone.data.Addresses;
import io.gemba.standalone.server.KafkaServer;
import io.gemba.standalone.server.MqttBroker;
import io.gemba.standalone.server.Postgres;
import io.gemba.standalone.server.TimeSeries;
import io.gemba.standalone.server.Topics;
import io.gemba.standalone.stream.StreamCluster;
import io.gemba.standalone.training.SimulatedParts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All parts of Gemba in this process: servers first, then what needs them, all side by side. What
 * the settings say runs elsewhere is only checked.
 */
public final class Standalone implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);
  private static final Duration STOP = Duration.ofMillis(4_500);
  private static final Duration GATEWAY = Duration.ofSeconds(60);
  private static final int WATCH_SECONDS = 5;

  private final Settings settings;
  private final Site site;
  private final Readiness readiness;
  private final StartUp parts;
  private final Map<Job, Part<RunningJob>> jobs = new EnumMap<>(Job.class);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "gemba-watch");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable Postgres postgres;
  private volatile @Nullable SimulatedParts simulatedParts;

  /**
   * @param settings with every port known
   * @param site the business
   * @param readiness is told of every part
   */
  public Standalone(Settings settings, Site site, Readiness readiness) {
    this.settings = settings;
    this.site = site;
    this.readiness = readiness;
    this.parts = new StartUp(readiness);
  }

  /**
   * Starts everything and waits until it is up.
   *
   * @param web the open web address; the planner behind it is started here
   * @param deadline after which the start has failed
   * @throws CannotStartException with one line about the first part that failed
   */
  public void start(PlannerServer web, Duration deadline) {
    // the slowest first: there are more parts than processors
    Part<AutoCloseable> kafka = parts.add("kafka", this::kafka);
    Part<AutoCloseable> flink = parts.add("flink", this::flink);
    Part<AutoCloseable> database = parts.add("database", this::database);
    Part<AutoCloseable> timeSeries = parts.add("time-series", this::timeSeries);
    Part<AutoCloseable> mqtt = parts.add("mqtt", this::mqtt);
    Part<PlannerService> planner =
        parts.add("planner", () -> web.start(settings, site), kafka, database, mqtt, timeSeries);
    Part<Gateway> gateway = parts.add("gateway", this::gateway, kafka, mqtt);
    if (settings.flink().embedded()) {
      for (Job job : Job.values()) {
        jobs.put(
            job,
            parts.add("job-" + job.jobName(), () -> run(job, flink), kafka, flink, timeSeries));
      }
    }
    Part<Simulation> simulation = null;
    if (settings.simulation().enabled()) {
      // last: its two years of history would slow the start of all others
      List<Part<?>> others = new ArrayList<>(jobs.values());
      others.add(planner);
      simulation =
          parts.addAfter(
              others,
              "simulation",
              () -> Simulation.start(settings, site, Clock.systemUTC()),
              kafka,
              mqtt,
              gateway);
    }
    parts.awaitAll(deadline);
    if (simulation != null) {
      simulatedParts = SimulatedParts.learn(settings, site, simulation.get()::isLive);
    }
    var unused = // it ends with the watch
        watch.scheduleWithFixedDelay(this::look, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
  }

  private AutoCloseable kafka() {
    String servers = settings.kafka().bootstrapServers();
    if (!settings.kafka().embedded()) {
      Topics.create(servers);
      return () -> {};
    }
    KafkaServer server =
        KafkaServer.start(
            folder("kafka"), Addresses.port("kafka://" + servers), Addresses.freePort());
    Topics.create(servers);
    return server;
  }

  private AutoCloseable mqtt() {
    String url = settings.mqtt().url();
    return settings.mqtt().embedded()
        ? MqttBroker.start(folder("mqtt"), Addresses.port(url))
        : External.check("mqtt.url", url);
  }

  private AutoCloseable database() {
    Settings.Database database = settings.database();
    if (!database.embedded()) {
      return External.check("database.url", database.url());
    }
    URI uri = URI.create(database.url().replaceFirst("^jdbc:", ""));
    postgres =
        Postgres.start(
            folder("postgres"), uri.getPort(), uri.getPath().substring(1), database.username());
    return postgres;
  }

  private AutoCloseable timeSeries() {
    String url = settings.timeSeries().url();
    return settings.timeSeries().embedded()
        ? TimeSeries.start(folder("time-series"), Addresses.port(url))
        : External.check("timeSeries.url", url);
  }

  private AutoCloseable flink() {
    Settings.Flink flink = settings.flink();
    return flink.embedded()
        ? StreamCluster.start(folder("flink"), flink, Job.values().length)
        : External.check("flink.port", "http://" + flink.host() + ":" + flink.port());
  }

  /** Up only when subscribed: before that, a broker that is new keeps nothing for it. */
  private Gateway gateway() throws InterruptedException {
    Gateway gateway = Gateway.start(settings, site);
    long deadline = System.nanoTime() + GATEWAY.toNanos();
    while (!gateway.isConnected()) {
      if (System.nanoTime() > deadline) {
        gateway.close();
        throw new CannotStartException(
            "The gateway is not subscribed at %s after %d s. Check mqtt.url and the log."
                .formatted(settings.mqtt().url(), GATEWAY.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return gateway;
  }

  private RunningJob run(Job job, Part<AutoCloseable> flink) {
    StreamCluster cluster = (StreamCluster) flink.get();
    Path checkpoints = Checkpoints.folder(settings, job.jobName());
    return new RunningJob(
        cluster, cluster.submit(job.jobName(), checkpoints, job.graph(settings, site)));
  }

  private Path folder(String name) {
    return settings.data().resolve(name).toAbsolutePath();
  }

  /** A job that fails restarts by itself; meanwhile /health must not say that all is well. */
  private void look() {
    jobs.forEach(
        (job, part) -> {
          String status = part.get().status();
          if (status.equals("RUNNING")) {
            readiness.up(part.name());
          } else {
            readiness.failed(part.name(), "the job is " + status + "; it is started again");
          }
        });
  }

  /** Stops everything within five seconds; what takes longer is named in the log and left. */
  @Override
  public void close() {
    watch.shutdownNow();
    SimulatedParts learning = simulatedParts;
    if (learning != null) {
      learning.close();
    }
    List<String> left = parts.stop(STOP);
    if (!left.isEmpty()) {
      LOG.warn("Still stopping after {} ms: {}", STOP.toMillis(), left);
    }
    Postgres server = postgres;
    if (server != null) {
      server.leave();
    }
  }
}

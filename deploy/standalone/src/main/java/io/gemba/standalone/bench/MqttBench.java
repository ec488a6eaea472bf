package io.gemba.standalone.bench;

import io.gemba.jobs.stream.Checkpoints;
import io.gemba.message.Topic;
import io.gemba.sensors.simulation.DeviceClient;
import io.gemba.sensors.simulation.DeviceClient.Message;
import io.gemba.settings.Settings;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.standalone.CannotStartException;
import io.gemba.standalone.Job;
import io.gemba.standalone.server.Topics;
import io.gemba.standalone.stream.StreamCluster;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;

/**
 * Runs the anomaly job on readings that lie in an MQTT broker already, with broker, Kafka and
 * cluster in this process: what is measured includes MQTT, decoding JSON, the detectors,
 * acknowledging at checkpoints and writing every reading to the topic of readings.
 */
public final class MqttBench {
  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 2_000;
  private static final int WARM_PERCENT = 25;
  private static final long LOOK_MILLIS = 50;
  private static final long SEED = 20_260_105;

  private final Settings settings;
  private final Site site;
  private final PrintStream out;
  private final List<String> ids = new ArrayList<>();
  private final List<Sensor> sensors = new ArrayList<>();

  /**
   * @param settings with every port known, {@code flink.readings: mqtt}, and a data folder that may
   *     be filled
   * @param site whose sensors the readings are of
   * @param out where results are printed
   */
  public MqttBench(Settings settings, Site site, PrintStream out) {
    this.settings = settings;
    this.site = site;
    this.out = out;
    for (Machine machine : site.machines()) {
      for (Sensor sensor : machine.sensors()) {
        ids.add(machine.id() + "/" + sensor.id());
        sensors.add(sensor);
      }
    }
  }

  /**
   * Measures.
   *
   * @param readings that are published before the job runs
   */
  public void run(long readings) throws Exception {
    String bootstrap = settings.kafka().bootstrapServers();
    try (MqttServers servers = MqttServers.start(settings);
        DeviceClient device = new DeviceClient(settings.mqtt(), "gemba-bench-device");
        Consumption topics = new Consumption(bootstrap)) {
      StreamCluster cluster = servers.cluster();
      Topics.create(bootstrap);
      // the broker keeps messages for a subscription from the moment it is there
      cluster.cancel(subscribe(cluster, device, topics));
      long before = topics.length(Topic.READINGS);
      publish(device, readings);
      submit(cluster);
      measure(topics, before, readings);
    }
  }

  private JobID submit(StreamCluster cluster) {
    String name = Job.ANOMALY.jobName();
    return cluster.submit(
        name, Checkpoints.folder(settings, name), Job.ANOMALY.graph(settings, site));
  }

  private JobID subscribe(StreamCluster cluster, DeviceClient device, Consumption topics)
      throws InterruptedException, ExecutionException {
    JobID job = submit(cluster);
    long end = System.nanoTime() + DEADLINE.toNanos();
    int readers = settings.flink().parallelism();
    for (long i = 0; topics.length(Topic.READINGS) < 20L * readers; i++) {
      require(end, "The job does not subscribe");
      device.publish(List.of(message(i, new SplittableRandom(SEED))));
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    TimeUnit.SECONDS.sleep(2L * settings.flink().checkpointSeconds());
    return job;
  }

  private void publish(DeviceClient device, long readings) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (long done = 0; done < readings; done += AT_ONCE) {
      List<Message> some = new ArrayList<>();
      for (long i = done; i < Math.min(readings, done + AT_ONCE); i++) {
        some.add(message(1_000_000 + i, random));
      }
      device.publish(some);
    }
  }

  /** A reading a sensor and second, around the middle of its range, with noise. */
  private Message message(long number, SplittableRandom random) {
    int which = (int) (number % ids.size());
    long second = number / ids.size();
    Sensor sensor = sensors.get(which);
    double half = (sensor.maximum() - sensor.minimum()) / 2;
    double wave = Math.sin(second / 600.0) * 0.2 + (random.nextDouble() - 0.5) * 0.1;
    long at = 1_767_571_200_000L + second * 1_000;
    return new Message(
        "gemba/" + site.id() + "/" + ids.get(which),
        DeviceClient.readingPayload(sensor.minimum() + half * (1 + wave), at, second));
  }

  private void measure(Consumption topics, long before, long readings) throws Exception {
    long begin = System.nanoTime();
    long end = begin + DEADLINE.toNanos();
    long warm = 0;
    long warmAt = 0;
    long done = 0;
    while (done < readings) {
      require(end, "%d of %d readings are on the topic".formatted(done, readings));
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      done = topics.length(Topic.READINGS) - before;
      if (warmAt == 0 && done * 100 >= readings * WARM_PERCENT) {
        warm = done;
        warmAt = System.nanoTime();
      }
    }
    double seconds = (System.nanoTime() - warmAt) / 1e9;
    out.println("job,source,readings,seconds,per_second,bound_per_second");
    double perSecond = (done - warm) / seconds;
    long bound = settings.flink().parallelism() * 65_535L / settings.flink().checkpointSeconds();
    out.printf(
        Locale.ROOT, "anomaly,mqtt,%d,%.3f,%.0f,%d%n", done - warm, seconds, perSecond, bound);
    out.printf(Locale.ROOT, "anomaly from MQTT: %.0f readings/s%n", perSecond);
  }

  private static void require(long endNanos, String what) {
    if (System.nanoTime() > endNanos) {
      throw new CannotStartException(what + " after " + DEADLINE.toSeconds() + " s.");
    }
  }
}

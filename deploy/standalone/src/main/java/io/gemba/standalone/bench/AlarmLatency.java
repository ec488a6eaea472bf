package io.gemba.standalone.bench;

import io.gemba.jobs.stream.Checkpoints;
import io.gemba.message.Episode;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.sensors.mqtt.Gateway;
import io.gemba.sensors.simulation.DeviceClient;
import io.gemba.sensors.simulation.DeviceClient.Message;
import io.gemba.sensors.simulation.TopicWriter;
import io.gemba.settings.Settings;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.standalone.Job;
import io.gemba.standalone.server.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How long a reading takes from the MQTT broker to the alarm it raises on the topic, while many
 * readings a second come in: devices, broker, gateway, Kafka and the anomaly job, all in this
 * process. Each sensor has a past of {@value #PAST_READINGS} readings that lie in Kafka already,
 * and gets one fault; what counts is the time from publishing the reading that opened the alarm to
 * reading the alarm. Sensors are read more often than their site file says, so that few are enough.
 */
public final class AlarmLatency {
  private static final int MACHINES = 50;
  private static final int SENSORS_OF_MACHINE = 10;
  private static final int SENSORS = MACHINES * SENSORS_OF_MACHINE;
  private static final int DEVICES = 4;
  private static final int PAST_READINGS = 1_500;
  private static final int WARM_SECONDS = 12;
  private static final Duration PAST_AT_MOST = Duration.ofMinutes(3);
  private static final int FAULT_SECONDS = 30;
  private static final int AFTER_SECONDS = 3;
  private static final double FAULT_LASTS_SECONDS = 3;
  private static final double FAULT = 12;
  private static final long SEED = 5;

  private final Settings settings;
  private final Site site;
  private final int perSecond;
  private final PrintStream out;
  private final AtomicLong sent = new AtomicLong();
  private final List<Long> millis = new ArrayList<>();
  private long begin;
  private long faultsFromMillis;

  /**
   * @param settings with every port known, and a data folder that may be filled
   * @param like the business whose machines are put in place of its own
   * @param perSecond readings a second of all sensors together
   * @param out where results are printed
   */
  public AlarmLatency(Settings settings, Site like, int perSecond, PrintStream out) {
    this.settings = settings;
    this.site = site(like);
    this.perSecond = perSecond;
    this.out = out;
  }

  /** Measures; takes some 80 s. */
  public void run() throws Exception {
    String bootstrap = settings.kafka().bootstrapServers();
    try (MqttServers servers = MqttServers.start(settings)) {
      Topics.create(bootstrap);
      writePast();
      String name = Job.ANOMALY.jobName();
      servers
          .cluster()
          .submit(name, Checkpoints.folder(settings, name), Job.ANOMALY.graph(settings, site));
      try (Consumption consumption = new Consumption(bootstrap)) {
        consumption.await("gemba-" + name, Topic.READINGS, PAST_AT_MOST);
      }
      try (Gateway gateway = Gateway.start(settings, site);
          Consumer<byte[], byte[]> alarms = alarms(bootstrap)) {
        while (!gateway.isConnected()) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        measure(alarms);
      }
    }
    tell();
  }

  /** A reading a second of each sensor, the last of them a minute ago. */
  private void writePast() {
    SplittableRandom random = new SplittableRandom(SEED);
    long first = System.currentTimeMillis() - (PAST_READINGS + 60) * 1_000L;
    try (TopicWriter writer = TopicWriter.open(settings, "gemba-bench-past")) {
      for (int i = 0; i < PAST_READINGS; i++) {
        for (int sensor = 0; sensor < SENSORS; sensor++) {
          long at = first + i * 1_000L;
          Reading reading = new Reading(id(sensor), at, 50 + random.nextGaussian(), i, at);
          writer.send(Topic.READINGS, reading.sensor(), Json.write(reading));
        }
      }
      writer.flush();
    }
  }

  private void measure(Consumer<byte[], byte[]> alarms) throws Exception {
    begin = System.nanoTime();
    faultsFromMillis = System.currentTimeMillis() + TimeUnit.SECONDS.toMillis(WARM_SECONDS);
    List<Thread> devices = new ArrayList<>();
    for (int device = 0; device < DEVICES; device++) {
      int own = device;
      Thread thread = new Thread(() -> publish(own), "bench-device-" + device);
      thread.setDaemon(true);
      thread.start();
      devices.add(thread);
    }
    while (seconds() < WARM_SECONDS + FAULT_SECONDS + AFTER_SECONDS) {
      for (ConsumerRecord<byte[], byte[]> alarm : alarms.poll(Duration.ofMillis(20))) {
        take(alarm, System.currentTimeMillis());
      }
    }
    for (Thread device : devices) {
      device.join(TimeUnit.SECONDS.toMillis(AFTER_SECONDS));
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> alarm, long nowMillis) throws IOException {
    Episode episode = Json.read(alarm.value(), Episode.class);
    boolean opened = episode.kind() == Episode.Kind.ANOMALY && episode.revision() == 0;
    if (opened && episode.onset().toEpochMilli() >= faultsFromMillis) {
      millis.add(nowMillis - episode.last().toEpochMilli());
    }
  }

  /** One device publishes its share of the sensors in turn, and what it owes at once. */
  private void publish(int device) {
    SplittableRandom random = new SplittableRandom(SEED + device);
    double own = (double) perSecond / DEVICES;
    int sensors = SENSORS / DEVICES;
    long done = 0;
    try (DeviceClient client = new DeviceClient(settings.mqtt(), "gemba-bench-" + device)) {
      while (seconds() < WARM_SECONDS + FAULT_SECONDS + AFTER_SECONDS) {
        long owed = (long) (seconds() * own) - done;
        List<Message> messages = new ArrayList<>();
        for (long i = 0; i < owed; i++) {
          int sensor = device * sensors + (int) ((done + i) % sensors);
          messages.add(message(sensor, (done + i) / sensors, random));
        }
        if (!client.publish(messages)) {
          return;
        }
        done += owed;
        sent.addAndGet(owed);
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Message message(int sensor, long sequence, SplittableRandom random) {
    double since = seconds() - WARM_SECONDS - (double) FAULT_SECONDS * sensor / SENSORS;
    boolean isFault = since >= 0 && since < FAULT_LASTS_SECONDS;
    double value = 50 + random.nextGaussian() + (isFault ? FAULT : 0);
    String payload =
        DeviceClient.readingPayload(value, System.currentTimeMillis(), PAST_READINGS + sequence);
    return new Message("gemba/" + site.id() + "/" + id(sensor), payload);
  }

  private double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  private void tell() {
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    double seconds = WARM_SECONDS + FAULT_SECONDS + AFTER_SECONDS;
    out.printf(
        Locale.ROOT,
        "%d readings, %.0f a second over MQTT, %d faults, %d alarms%n",
        sent.get(),
        sent.get() / seconds,
        SENSORS,
        sorted.length);
    out.printf(
        Locale.ROOT,
        "reading at the broker to alarm on the topic: p50 %d ms, p90 %d ms, p99 %d ms, most %d"
            + " ms%n",
        at(sorted, 0.5),
        at(sorted, 0.9),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? -1 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static Consumer<byte[], byte[]> alarms(String servers) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    String topic = Topic.ANOMALIES.topicName();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private static String id(int sensor) {
    return "m%d/s%d".formatted(sensor / SENSORS_OF_MACHINE, sensor % SENSORS_OF_MACHINE);
  }

  private static Site site(Site like) {
    Sensor[] sensors = new Sensor[SENSORS_OF_MACHINE];
    Arrays.setAll(sensors, i -> new Sensor("s" + i, "Sensor " + i, "1", -1_000, 1_000, 1));
    Machine[] machines = new Machine[MACHINES];
    Arrays.setAll(
        machines, i -> new Machine("m" + i, "Machine " + i, "", 1, 0, 0, List.of(sensors)));
    return like.withMachines(List.of(machines));
  }
}

package io.gemba.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Episode;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the job takes readings from the broker itself, one sensor sends JSON, which the job takes,
 * and one speaks Sparkplug, which the gateway takes. Each reading must count once and each fault
 * make one alarm, through a kill in the middle of it.
 */
final class MqttReadingsIT {
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final String JSON = "oven/temperature";
  private static final String SPARKPLUG = "oven/vibration";
  private static final long EVERY_MILLIS = 10_000;
  private static final int FAULT = 1_200;
  private static final int KILL = 1_230;
  private static final int HEALED = 1_260;
  private static final int END = 1_500;

  @TempDir Path data;

  private final SplittableRandom random = new SplittableRandom(7);
  private final long startMillis = System.currentTimeMillis() - END * EVERY_MILLIS;
  private Path site;
  private Path settings;

  @BeforeEach
  void files() throws Exception {
    URI small = MqttReadingsIT.class.getResource("/small-site.yaml").toURI();
    site =
        Files.writeString(
            data.resolve("site.yaml"),
            Files.readString(Path.of(small)).replace("everySeconds: 1}", "everySeconds: 10}"));
    settings =
        Files.writeString(
            data.resolve("settings.yaml"),
            "gateway: {sparkplugGroups: [hall]}\nflink: {readings: mqtt}\n");
  }

  @Test
  void killedInTheFault_jsonAndSparkplugCountOnce_andAlarmOnceEach() throws Exception {
    try (ChildGemba first = up().awaitUp();
        Device device = new Device(first.address("mqtt"), "gemba/corner/" + JSON)) {
      try (SparkplugNode node = new SparkplugNode(first.address("mqtt"), "hall", "edge")) {
        int repeats = sendFirst(first, device, node);
        send(1, KILL, device, node);
        awaitReadings(first, KILL);
        assertThat(status(first, SPARKPLUG).path("duplicates").asInt()).isZero();
        assertThat(status(first, JSON).path("duplicates").asInt()).isLessThanOrEqualTo(repeats);
        awaitAlarms(first, Episode.State.OPEN);

        first.kill();
      }
      try (ChildGemba second = up().awaitUp();
          SparkplugNode node = new SparkplugNode(second.address("mqtt"), "hall", "edge")) {
        device.moveTo(second.address("mqtt"));
        node.born("oven", "vibration", value(4, KILL), at(KILL));
        device.send(value(230, KILL), at(KILL), KILL);
        send(KILL + 1, END, device, node);
        awaitReadings(second, END);
        awaitAlarms(second, Episode.State.CLOSED);

        List<Episode> all = alarms(second);
        for (String sensor : List.of(JSON, SPARKPLUG)) {
          assertThat(all)
              .filteredOn(one -> one.sensor().equals(sensor))
              .extracting(Episode::id)
              .as("episodes of %s", sensor)
              .isNotEmpty()
              .allMatch(id -> id.equals(idOf(sensor, all)));
        }
      }
    }
  }

  private ChildGemba up() throws Exception {
    return ChildGemba.launch(
        data.resolve("gemba"),
        Map.of(),
        "up",
        "--site",
        site.toString(),
        "--settings",
        settings.toString());
  }

  /** A subscription has no messages from before it was there: the first reading until heard. */
  private int sendFirst(ChildGemba gemba, Device device, SparkplugNode node) throws Exception {
    double temperature = value(230, 0);
    double vibration = value(4, 0);
    int repeats = 0;
    long end = System.nanoTime() + LONG.toNanos();
    while (status(gemba, JSON).isEmpty() || status(gemba, SPARKPLUG).isEmpty()) {
      assertThat(System.nanoTime()).as("both sensors are heard").isLessThan(end);
      device.send(temperature, at(0), 0);
      node.born("oven", "vibration", vibration, at(0));
      repeats++;
      TimeUnit.MILLISECONDS.sleep(500);
    }
    return repeats;
  }

  private void send(int from, int to, Device device, SparkplugNode node) throws Exception {
    for (int i = from; i < to; i++) {
      device.send(value(230, i), at(i), i);
      node.send("oven", value(4, i), at(i));
    }
  }

  private double value(double level, int number) {
    double fault = number >= FAULT && number < HEALED ? 10 : 0;
    return level + fault + random.nextDouble() - 0.5;
  }

  private long at(int number) {
    return startMillis + number * EVERY_MILLIS;
  }

  private static void awaitReadings(ChildGemba gemba, int sent) throws Exception {
    for (String sensor : List.of(JSON, SPARKPLUG)) {
      JsonNode status =
          Await.until(
              "readings of " + sensor,
              LONG,
              () -> status(gemba, sensor),
              one -> one.path("readings").asInt() >= sent);
      assertThat(status.path("readings").asInt()).as(sensor).isEqualTo(sent);
    }
  }

  private static JsonNode status(ChildGemba gemba, String sensor) throws Exception {
    for (JsonNode one : gemba.get("/api/v1/sensors")) {
      if (one.path("sensor").asText().equals(sensor) && one.path("readings").asInt() > 0) {
        return one;
      }
    }
    return Json.mapper().createObjectNode();
  }

  private static void awaitAlarms(ChildGemba gemba, Episode.State state) throws Exception {
    Await.until(
        "an alarm of each sensor, " + state,
        LONG,
        () -> alarms(gemba),
        all ->
            List.of(JSON, SPARKPLUG).stream()
                .allMatch(
                    sensor ->
                        all.stream()
                            .anyMatch(one -> one.sensor().equals(sensor) && one.state() == state)));
  }

  private static String idOf(String sensor, List<Episode> all) {
    return all.stream().filter(one -> one.sensor().equals(sensor)).findFirst().orElseThrow().id();
  }

  /** Every change of every alarm so far, repeats included. */
  private static List<Episode> alarms(ChildGemba gemba) throws Exception {
    Map<String, Object> options = Map.of("bootstrap.servers", gemba.address("kafka"));
    List<Episode> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(options, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.ANOMALIES.topicName()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(100))) {
          all.add(Json.read(one.value(), Episode.class));
        }
      }
    }
    return all.stream().filter(one -> one.kind() == Episode.Kind.ANOMALY).toList();
  }
}

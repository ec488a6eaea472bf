package io.gemba.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Forecast;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in a process of its own, seen by a device, an ERP, a browser and SQL. */
final class StandaloneIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int READINGS = 1_500;
  private static final int BEFORE_THE_KILL = 700;
  private static final int SHIFT_FROM = 1_200;
  private static final List<String> SENSORS = List.of("temperature", "vibration");

  @TempDir Path data;

  @Test
  void killedInTheMiddle_goesOnAndCountsEachAcknowledgedReadingOnce() throws Exception {
    Path siteFile = siteFile();
    Site site = SiteFile.read(siteFile);
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Device> devices = new ArrayList<>();
    try (ChildGemba first = up(siteFile).awaitUp()) {
      try (Erp erp = new Erp(site, first.address("kafka"))) {
        erp.demand(60);
        erp.lowStock();
        erp.orders();
        erp.rubbish();
      }
      CountDownLatch half = new CountDownLatch(SENSORS.size());
      List<Future<Object>> sending = new ArrayList<>();
      for (String sensor : SENSORS) {
        Device device = new Device(first.address("mqtt"), "gemba/corner/oven/" + sensor);
        devices.add(device);
        sending.add(threads.submit(() -> publish(device, sensor, half)));
      }
      assertThat(half.await(120, TimeUnit.SECONDS)).isTrue();

      first.kill();

      try (ChildGemba second = up(siteFile)) {
        String mqtt =
            Await.until("new address", LONG, () -> second.address("mqtt"), text -> !text.isEmpty());
        devices.forEach(device -> device.moveTo(mqtt));
        second.awaitUp();
        for (Future<Object> sender : sending) {
          sender.get(180, TimeUnit.SECONDS);
        }
        assertThat(devices).allMatch(device -> device.acknowledged() == READINGS);
        assertLedger(second);
        assertChain(second, site);
        assertThat(second.stop()).isLessThan(Duration.ofSeconds(20));
        assertThat(data.resolve("gemba").resolve("running.json")).doesNotExist();
      }
    } finally {
      devices.forEach(Device::close);
      threads.shutdownNow();
    }
  }

  @Test
  void secondInstanceOnTheSameFolder_endsWithOneClearLine() throws Exception {
    Path siteFile = siteFile();
    try (ChildGemba first = up(siteFile)) {
      Await.until(
          "lock", LONG, () -> Files.size(data.resolve("gemba").resolve("lock")), size -> size > 0);

      try (ChildGemba second = up(siteFile)) {
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.output().lines())
            .singleElement()
            .asString()
            .contains("is in use by process");
        assertThat(first.isAlive()).isTrue();
      }
    }
  }

  @Test
  void portInUse_endsWithOneClearLineNamingPortAndSetting() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      try (ChildGemba gemba =
          ChildGemba.launch(
              data,
              Map.of("GEMBA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port),
              "up",
              "--site",
              siteFile().toString())) {
        assertThat(gemba.awaitExit()).isEqualTo(1);
        assertThat(gemba.output().lines())
            .singleElement()
            .asString()
            .contains("Port " + port + " of kafka.bootstrapServers");
      }
    }
  }

  @Test
  void siteFileWithMistakes_endsWithOneLineAMistake() throws Exception {
    Path broken = data.resolve("broken.yaml");
    Files.writeString(broken, "id: x\nname: y\ncurrency: EUR\nzone: Nowhere/Land\n");

    try (ChildGemba gemba =
        ChildGemba.launch(data.resolve("d"), Map.of(), "up", "--site", broken.toString())) {
      assertThat(gemba.awaitExit()).isEqualTo(1);
      assertThat(gemba.output()).contains("broken.yaml:4: zone").doesNotContain("\tat ");
    }
  }

  private ChildGemba up(Path siteFile) throws Exception {
    return ChildGemba.launch(data.resolve("gemba"), Map.of(), "up", "--site", siteFile.toString());
  }

  private static Path siteFile() throws Exception {
    URI resource = StandaloneIT.class.getResource("/small-site.yaml").toURI();
    return Path.of(resource);
  }

  /** Quiet at first; the vibration doubles near the end, within its range. */
  private static Object publish(Device device, String sensor, CountDownLatch half)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(sensor.hashCode());
    long start = System.currentTimeMillis() - READINGS * 1_000L;
    for (int i = 0; i < READINGS; i++) {
      double level = sensor.equals("temperature") ? 230 : i < SHIFT_FROM ? 4 : 14;
      device.send(level + random.nextDouble() - 0.5, start + i * 1_000L, i + 1);
      if (i == BEFORE_THE_KILL) {
        half.countDown();
      }
    }
    return device;
  }

  private static void assertLedger(ChildGemba gemba) throws Exception {
    for (String sensor : SENSORS) {
      String id = "oven/" + sensor;
      Await.until(
          "status of " + id,
          LONG,
          () -> status(gemba, id).path("readings").asLong(),
          readings -> readings >= READINGS);
      assertThat(status(gemba, id).path("readings").asLong()).isEqualTo(READINGS);
      Await.until(
          "points of " + id,
          LONG,
          () -> gemba.count("select count() from readings where sensor = '" + id + "'"),
          points -> points >= READINGS);
      assertThat(gemba.count("select count() from readings where sensor = '" + id + "'"))
          .isEqualTo(READINGS)
          .isEqualTo(
              gemba.count(
                  "select count_distinct(timestamp) from readings where sensor = '" + id + "'"));
    }
  }

  private static JsonNode status(ChildGemba gemba, String sensor) throws Exception {
    for (JsonNode one : gemba.get("/api/v1/sensors")) {
      if (one.path("sensor").asText().equals(sensor)) {
        return one;
      }
    }
    return Json.mapper().createObjectNode();
  }

  /** All that follows from what came in, as a person or another program finds it. */
  private static void assertChain(ChildGemba gemba, Site site) throws Exception {
    Await.until(
        "alarm",
        LONG,
        () -> gemba.get("/api/v1/alarms").path("alarms"),
        alarms -> alarms.findValuesAsText("sensor").contains("oven/vibration"));
    List<Forecast> forecasts = forecasts(gemba.address("kafka"));
    assertThat(forecasts).extracting(Forecast::item).contains("bread", "flour");
    assertThat(forecasts).allSatisfy(forecast -> assertThat(forecast.mean()).hasSize(28));
    Await.until(
        "proposal",
        LONG,
        () -> gemba.get("/api/v1/replenishments").path("items"),
        items -> items.findValuesAsText("item").contains("bread"));
    JsonNode roster =
        Await.until(
            "roster",
            LONG,
            () -> gemba.get("/api/v1/roster"),
            answer -> answer.path("people").findValuesAsText("code").size() > 5);
    assertThat(roster.path("people")).hasSize(site.people().size());
    String tomorrow = LocalDate.now(site.zone()).plusDays(1).toString();
    Await.until(
        "route",
        LONG,
        () -> gemba.get("/api/v1/routes?day=" + tomorrow).path("routes"),
        routes -> routes.findValuesAsText("order").contains("erp-order-venray"));
    long[] counted =
        Await.until(
            "cost rows, counted while none came",
            LONG,
            () -> new long[] {costs(gemba), gemba.count("select count() from costs"), costs(gemba)},
            counts -> counts[0] > 0 && counts[0] == counts[2]);
    assertThat(counted[1]).isEqualTo(counted[0]);
  }

  private static long costs(ChildGemba gemba) throws Exception {
    return gemba.count(
        "select count() from (select distinct timestamp, kind, place, id from costs)");
  }

  private static List<Forecast> forecasts(String bootstrapServers) throws Exception {
    Map<String, Object> options =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "outside",
            "auto.offset.reset", "earliest");
    List<Forecast> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(options, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topic.FORECASTS.topicName()));
      long deadline = System.nanoTime() + LONG.toNanos();
      while (all.size() < 6 && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(500))) {
          all.add(Json.read(one.value(), Forecast.class));
        }
      }
    }
    return all;
  }
}

package io.gemba.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.DeadLetter;
import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway between real brokers and a Kafka that answers when told. */
@Timeout(180)
class GatewayIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T06:30:00Z"), ZoneOffset.UTC);
  private static final int WINDOW = 5;

  @TempDir private Path folder;

  static List<TestBroker> brokers() throws Exception {
    return TestBroker.list();
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void kafkaHasNotAnswered_nothingIsAcknowledgedAndTheWindowBoundsWhatIsTaken(TestBroker broker)
      throws Exception {
    broker.start(folder);
    TestKafka silent = new TestKafka();
    TestKafka kafka = new TestKafka();

    try (broker;
        TestPlant plant = new TestPlant(broker)) {
      int taken;
      try (Gateway gateway = start(broker, silent, 1)) {
        TestKafka.await("subscription", gateway::isConnected);
        plant.publishReadingsWitnessed(1, 50);
        silent.awaitSize(WINDOW);
        taken = silent.size();
      }
      try (Gateway gateway = start(broker, kafka, 1)) {
        TestKafka.await("subscription", gateway::isConnected);
        kafka.completeUntil("all 50", () -> distinct(kafka).size() == 50);
      }

      assertThat(taken).isLessThan(2 * WINDOW);
      assertThat(distinct(kafka)).isEqualTo(range(1, 50));
      assertThat(kafka.readingSeqs()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void kafkaHasAnswered_acknowledgementsOpenTheWindowAndNothingComesTwice(TestBroker broker)
      throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();

    try (broker;
        TestPlant plant = new TestPlant(broker);
        Gateway gateway = start(broker, kafka, 2)) {
      TestKafka.await("subscription", gateway::isConnected);
      plant.publishReadings(1, 20 * WINDOW);
      kafka.completeAll(20 * WINDOW);

      assertThat(distinct(kafka)).isEqualTo(range(1, 20 * WINDOW));
      assertThat(kafka.readingSeqs()).doesNotHaveDuplicates();
      assertThat(gateway.counts().accepted()).isEqualTo(20 * WINDOW);
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void deviceOfMqtt311_isHeard(TestBroker broker) throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();

    try (broker;
        OldDevice device = new OldDevice(broker);
        Gateway gateway = start(broker, kafka, 1)) {
      TestKafka.await("subscription", gateway::isConnected);
      for (int seq = 1; seq <= 3; seq++) {
        device.publish(
            "gemba/demo/press/force", "{\"value\":5,\"at\":1795329000000,\"seq\":" + seq + "}");
      }
      kafka.completeUntil("three readings", () -> distinct(kafka).size() == 3);

      assertThat(distinct(kafka)).isEqualTo(range(1, 3));
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void kafkaRefuses_theBrokerDeliversAgain(TestBroker broker) throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();

    try (broker;
        TestPlant plant = new TestPlant(broker);
        Gateway gateway = start(broker, kafka, 1)) {
      TestKafka.await("subscription", gateway::isConnected);
      plant.publishReadings(1, 1);
      kafka.awaitSize(1);
      kafka.producer.errorNext(new TimeoutException("no broker"));
      kafka.awaitSize(2);
      kafka.completeAll(1);

      assertThat(kafka.readingSeqs()).containsExactly(1L, 1L);
      assertThat(gateway.counts().accepted()).isEqualTo(1);
      assertThat(gateway.counts().failedSends()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void brokerRestarts_anAnswerFromBeforeAcknowledgesNothingAfter(TestBroker broker)
      throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();
    TestKafka later = new TestKafka();

    try (broker) {
      try (Gateway gateway = start(broker, kafka, 1)) {
        TestKafka.await("subscription", gateway::isConnected);
        try (TestPlant plant = new TestPlant(broker)) {
          plant.publishReadings(1, 1);
          kafka.awaitSize(1);
        }
        broker.stop();
        broker.start(folder);
        kafka.awaitSize(2);
        TestKafka.await("subscription", gateway::isConnected);
        kafka.completeAll(1); // the one of the first connection
      }
      try (Gateway gateway = start(broker, later, 1)) {
        later.completeAll(1);
        TestKafka.await("subscription", gateway::isConnected);
      }

      assertThat(kafka.readingSeqs()).containsOnly(1L);
      assertThat(later.readingSeqs()).containsOnly(1L);
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void brokerRestartsWithoutItsSessions_isSubscribedAgain(TestBroker broker) throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();

    try (broker;
        Gateway gateway = start(broker, kafka, 2)) {
      TestKafka.await("subscription", gateway::isConnected);
      broker.stop();
      broker.start(Files.createDirectory(folder.resolve("empty")));
      TestKafka.await("new connections", () -> gateway.counts().connections() >= 4);
      TestKafka.await("subscription", gateway::isConnected);
      try (TestPlant plant = new TestPlant(broker)) {
        plant.publishReadings(1, 3);
      }
      kafka.completeAll(3);

      assertThat(kafka.readingSeqs()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void badMessages_areDeadLettersAndTheGoodOnesPass(TestBroker broker) throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();
    byte[] huge = new byte[1 << 20];

    try (broker;
        TestPlant plant = new TestPlant(broker);
        Gateway gateway = start(broker, kafka, 1)) {
      TestKafka.await("subscription", gateway::isConnected);
      plant.publish("gemba/demo/press/force", bytes("{\"value\":"));
      plant.publish("gemba/demo/press/force", huge);
      plant.publish("gemba/other/press/force", bytes("{\"value\":1}"));
      plant.publish(
          "gemba/demo/press/force", bytes("{\"value\":1,\"at\":\"2126-11-23T06:30:00Z\"}"));
      plant.publish("gemba/demo/vehicles/van-1", bytes("not for us"));
      plant.publishReadings(1, 1);
      kafka.completeAll(5);
      TestKafka.await("an ignored message", () -> gateway.counts().ignored() == 1);

      assertThat(kafka.readingSeqs()).containsExactly(1L);
      assertThat(kafka.deadLetters())
          .extracting(DeadLetter::stage)
          .containsExactly("gateway", "gateway", "gateway", "gateway");
      assertThat(reason(kafka, 0)).contains("malformed JSON");
      assertThat(reason(kafka, 1)).contains("(1048576 bytes) is too large");
      assertThat(reason(kafka, 2)).contains("site 'other'");
      assertThat(reason(kafka, 3)).startsWith("clock skew");
      assertThat(kafka.deadLetters().get(0).original()).isEqualTo(bytes("{\"value\":"));
      assertThat(kafka.deadLetters().get(0).source()).isEqualTo("gemba/demo/press/force");
      assertThat(kafka.deadLetters().get(0).key()).isEqualTo("press/force");
      assertThat(kafka.deadLetters().get(1).original()).hasSize(DeadLetter.KEPT_BYTES);
      assertThat(gateway.counts()).isEqualTo(new GatewayCounts(6, 1, 4, 1, 0, 1));
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void theJobTakesReadingsItself_theGatewayLeavesThemAndTakesStates(TestBroker broker)
      throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();

    try (broker;
        TestPlant plant = new TestPlant(broker);
        Gateway gateway =
            start(Map.of("GEMBA_MQTT_URL", broker.url(), "GEMBA_FLINK_READINGS", "mqtt"), kafka)) {
      TestKafka.await("subscription", gateway::isConnected);
      plant.publishReadings(1, 3);
      plant.publish("gemba/demo/press/force", bytes("no reading"));
      plant.publish("gemba/demo/press/state", bytes("{\"state\":\"RUNNING\"}"));
      kafka.completeAll(1);
      TestKafka.await("four ignored messages", () -> gateway.counts().ignored() == 4);

      assertThat(gateway.counts()).isEqualTo(new GatewayCounts(5, 1, 0, 4, 0, 2));
      assertThat(kafka.readingSeqs()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void producerIsFull_theConnectionIsHeldBack(TestBroker broker) throws Exception {
    broker.start(folder);
    FullProducer full = new FullProducer();

    try (broker;
        TestPlant plant = new TestPlant(broker)) {
      long received;
      long closeSeconds;
      Gateway gateway = start(broker, new TestKafka(full), 1);
      try {
        TestKafka.await("subscription", gateway::isConnected);
        plant.publishReadingsWitnessed(1, 50);
        TestKafka.await("a first message", () -> gateway.counts().received() > 0);
        received = gateway.counts().received();
      } finally {
        long startNanos = System.nanoTime();
        gateway.close();
        closeSeconds = Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
      }

      assertThat(received).isEqualTo(1);
      assertThat(closeSeconds).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void noBroker_startReturnsAndCloseIsQuick() throws Exception {
    TestBroker broker = TestBroker.list().get(0);
    Gateway gateway = start(broker, new TestKafka(), 3);

    long startNanos = System.nanoTime();
    boolean connected = gateway.isConnected();
    gateway.close();

    assertThat(connected).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(6));
  }

  private static Gateway start(TestBroker broker, TestKafka kafka, int clients) {
    return start(
        Map.of(
            "GEMBA_MQTT_URL",
            broker.url(),
            "GEMBA_GATEWAY_CLIENTS",
            Integer.toString(clients),
            "GEMBA_GATEWAY_RECEIVE_MAXIMUM",
            Integer.toString(WINDOW)),
        kafka);
  }

  private static Gateway start(Map<String, String> environment, TestKafka kafka) {
    Settings settings = SettingsFile.read(null, environment);
    return Gateway.start(settings, TestPlant.site(), kafka.producer, CLOCK);
  }

  private static Set<Long> distinct(TestKafka kafka) {
    return Set.copyOf(kafka.readingSeqs());
  }

  private static Set<Long> range(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().collect(Collectors.toSet());
  }

  private static String reason(TestKafka kafka, int index) {
    return kafka.deadLetters().get(index).reason();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A producer whose buffer has no room: send blocks until it is closed. */
  private static final class FullProducer extends MockProducer<byte[], byte[]> {
    private final CountDownLatch closed = new CountDownLatch(1);

    FullProducer() {
      super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it would keep close out
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new KafkaException("Producer closed while send in progress");
    }

    @Override
    public void close(Duration timeout) {
      closed.countDown();
    }
  }
}

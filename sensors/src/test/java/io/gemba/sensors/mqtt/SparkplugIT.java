package io.gemba.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.DeadLetter;
import io.gemba.sensors.sparkplug.Tahu;
import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.tahu.message.model.MetricDataType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An edge node, a real broker, and a Kafka that answers when told. */
@Timeout(180)
class SparkplugIT {
  private static final Instant NOW = Instant.ofEpochMilli(Tahu.NOW);
  private static final long MILLIS = Tahu.NOW;
  private static final String PLACE = "spBv1.0/plant/%s/edge-1/press";

  @TempDir private Path folder;

  static List<TestBroker> brokers() throws Exception {
    return TestBroker.list();
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void gatewayThatMissedTheBirth_asksForIt_andThenUnderstandsAliases(TestBroker broker)
      throws Exception {
    broker.start(folder);
    TestKafka kafka = new TestKafka();

    try (broker;
        TestPlant edge = new TestPlant(broker);
        Gateway gateway = start(broker, kafka)) {
      TestKafka.await("subscription", gateway::isConnected);
      CountDownLatch asked = edge.listen("spBv1.0/plant/NCMD/edge-1");
      edge.publish(PLACE.formatted("DDATA"), Tahu.payload(MILLIS, 9, Tahu.value(1, 5, MILLIS)));
      assertThat(asked.await(60, TimeUnit.SECONDS)).as("rebirth asked for").isTrue();
      edge.publish("spBv1.0/plant/NBIRTH/edge-1", Tahu.payload(MILLIS, 0, Tahu.session(1)));
      edge.publish(
          PLACE.formatted("DBIRTH"),
          Tahu.payload(MILLIS, 1, Tahu.birth("force", 1, MetricDataType.Double, 4.0)));
      edge.publish(PLACE.formatted("DDATA"), Tahu.payload(MILLIS, 2, Tahu.value(1, 5, MILLIS + 1)));

      kafka.completeUntil("two readings", () -> kafka.readingSeqs().size() == 2);

      assertThat(kafka.deadLetters())
          .extracting(DeadLetter::key)
          .as("what came before the birth")
          .containsExactly("press");
      assertThat(gateway.counts().failedSends()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void kafkaHasNotAnswered_theMessageComesAgainToTheNextGateway(TestBroker broker)
      throws Exception {
    broker.start(folder);
    TestKafka silent = new TestKafka();
    TestKafka kafka = new TestKafka();

    try (broker;
        TestPlant edge = new TestPlant(broker)) {
      try (Gateway gateway = start(broker, silent)) {
        TestKafka.await("subscription", gateway::isConnected);
        edge.publish(
            "spBv1.0/plant/NBIRTH/edge-1",
            Tahu.payload(
                MILLIS, 0, Tahu.session(1), Tahu.birth("load", 1, MetricDataType.Float, 2f)));
        silent.awaitSize(2);
      }
      try (Gateway gateway = start(broker, kafka)) {
        TestKafka.await("subscription", gateway::isConnected);
        kafka.completeUntil("the reading", () -> kafka.readingSeqs().size() == 1);

        assertThat(kafka.readingSeqs()).isEqualTo(silent.readingSeqs());
      }
    }
  }

  private Gateway start(TestBroker broker, TestKafka kafka) throws Exception {
    Path file = folder.resolve("settings.yaml");
    Files.writeString(
        file,
        """
        mqtt:
          embedded: false
          url: %s
        gateway:
          sparkplugGroups: [plant]
        """
            .formatted(broker.url()));
    Settings settings = SettingsFile.read(file, Map.of());
    return Gateway.start(
        settings, TestPlant.site(), kafka.producer, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}

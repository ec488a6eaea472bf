package io.gemba.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.TestSink;
import io.gemba.jobs.stream.TestSite;
import io.gemba.message.DeadLetter;
import io.gemba.message.Reading;
import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.site.Sensor;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The source on a MiniCluster with Artemis. */
@Timeout(180)
final class MqttSourceIT {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final int FIRST_HEARD = 1_000_000;
  private static final AtomicInteger FAILURES = new AtomicInteger();

  @TempDir private Path folder;

  private final TestSink<Reading> readings = new TestSink<>();
  private final TestSink<Reading> kept = new TestSink<>();
  private final TestSink<DeadLetter> deadLetters = new TestSink<>();
  private EmbeddedActiveMQ broker;
  private int port;
  private JobClient job;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    startBroker();
    FAILURES.set(0);
    job = startJob();
    // a shared subscription has no messages from before its first member came
    publishUntilHeard();
  }

  @AfterEach
  void stop() throws Exception {
    job.cancel().get();
    broker.stop();
  }

  @Test
  void taskFails_messagesOfTheLostCheckpointComeAgain() throws Exception {
    publish(1, 300);
    await("300 readings", () -> seqs().containsAll(range(1, 300)));
    FAILURES.set(1);

    publish(301, 900);

    await("600 more readings", () -> seqs().containsAll(range(301, 900)));
    assertThat(FAILURES).hasNonPositiveValue();
    assertThat(seqs()).containsAll(range(1, 900));
    await("the same for others", () -> seqs(kept).containsAll(range(1, 900)));
    assertThat(kept.written()).extracting(Reading::sensor).containsOnly("press/force");
  }

  @Test
  void brokerRestarts_theSourceComesBackAndNothingIsLost() throws Exception {
    publish(1, 300);
    await("300 readings", () -> seqs().containsAll(range(1, 300)));

    broker.stop();
    startBroker();
    publish(301, 600);

    await("300 more readings", () -> seqs().containsAll(range(1, 600)));
  }

  @Test
  void unreadableMessage_isADeadLetter_andItsNeighboursPass() throws Exception {
    try (Plant plant = new Plant(port)) {
      plant.publish("no json");
    }
    publish(1, 10);

    await("ten readings", () -> seqs().containsAll(range(1, 10)));
    await("a dead letter", () -> !deadLetters.written().isEmpty());
    assertThat(deadLetters.written().get(0).source()).isEqualTo("gemba/demo/press/force");
  }

  private void startBroker() throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(true);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(1 << 20);
    configuration.setJournalMinFiles(2);
    configuration.setSecurityEnabled(false);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.addAcceptorConfiguration(
        "mqtt", "tcp://127.0.0.1:%d?protocols=MQTT".formatted(port));
    broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration);
    broker.start();
  }

  private JobClient startJob() throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(250));
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(options);
    Settings settings =
        SettingsFile.read(null, Map.of("GEMBA_MQTT_URL", "tcp://127.0.0.1:" + port));
    Incoming<Reading> incoming =
        MqttSource.read(
            env,
            settings,
            TestSite.create("demo", new Sensor("force", "Force", "N", 0, 50, 1)),
            "test",
            kept);
    incoming
        .messages()
        .map(MqttSourceIT::failOnce)
        .returns(MessageTypes.of(Reading.class))
        .uid("fail")
        .sinkTo(readings)
        .uid("readings");
    incoming.deadLetters().sinkTo(deadLetters).uid("dead-letters");
    return env.executeAsync("mqtt-source-test");
  }

  private static Reading failOnce(Reading reading) {
    if (reading.seq() > 500 && FAILURES.getAndDecrement() > 0) {
      throw new IllegalStateException("The test makes the task fail");
    }
    return reading;
  }

  private void publishUntilHeard() throws Exception {
    try (Plant plant = new Plant(port)) {
      long end = System.nanoTime() + LONGEST.toNanos();
      for (int i = 0; readings.written().isEmpty(); i++) {
        assertThat(System.nanoTime()).as("the source subscribes").isLessThan(end);
        plant.publish(FIRST_HEARD + i);
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  private void publish(int from, int to) throws Exception {
    try (Plant plant = new Plant(port)) {
      for (int seq = from; seq <= to; seq++) {
        plant.publish(seq);
      }
    }
  }

  private Set<Long> seqs() {
    return seqs(readings);
  }

  private static Set<Long> seqs(TestSink<Reading> sink) {
    return sink.written().stream().map(Reading::seq).collect(Collectors.toSet());
  }

  private static Set<Long> range(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().collect(Collectors.toSet());
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** A device that publishes with QoS 1 and waits for the broker's word. */
  private static final class Plant implements AutoCloseable {
    private final MqttClient client;

    Plant(int port) throws MqttException {
      client = new MqttClient("tcp://127.0.0.1:" + port, "plant", new MemoryPersistence());
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setCleanStart(true);
      options.setUseSubscriptionIdentifiers(false);
      client.connect(options);
    }

    void publish(int seq) throws MqttException {
      publish("{\"value\":5,\"at\":1795329000000,\"seq\":%d}".formatted(seq));
    }

    void publish(String payload) throws MqttException {
      byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
      client.publish("gemba/demo/press/force", bytes, 1, false);
    }

    @Override
    public void close() throws MqttException {
      client.disconnect();
      client.close();
    }
  }
}

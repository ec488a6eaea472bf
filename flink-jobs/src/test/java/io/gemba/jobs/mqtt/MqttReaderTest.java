package io.gemba.jobs.mqtt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.jobs.stream.Decoded;
import io.gemba.jobs.stream.TestSite;
import io.gemba.message.Reading;
import io.gemba.sensors.mqtt.Receiver;
import io.gemba.settings.SettingsFile;
import io.gemba.site.Sensor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

/** What is acknowledged when, without a broker. */
final class MqttReaderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T06:30:00Z"), ZoneOffset.UTC);

  private static final Sensor PSI =
      new Sensor(
          "force", "Force", "bar", 0, 50, 1, null, new Sensor.Conversion(0.0689476, 0), null);

  private final Collected output = new Collected();
  private final List<Integer> acknowledged = new ArrayList<>();
  private final MqttReader reader =
      new MqttReader(
          MqttPlace.of(SettingsFile.read(null, Map.of()), TestSite.create("demo", PSI), "anomaly"),
          0,
          CLOCK);

  @Test
  void messages_areAcknowledgedByTheCheckpointAfterThem_andNotBefore() {
    arrive(1);
    arrive(2);
    poll();
    reader.snapshotState(1);
    poll();
    reader.snapshotState(2);
    arrive(3);
    poll();

    assertThat(acknowledged).isEmpty();
    reader.notifyCheckpointComplete(1);
    assertThat(acknowledged).containsExactly(1);
    reader.notifyCheckpointComplete(2);
    assertThat(acknowledged).containsExactly(1, 2);
    assertThat(output.readings()).extracting(Reading::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void checkpointThatFailed_isMadeUpForByTheNext_andNothingIsAcknowledgedTwice() {
    arrive(1);
    poll();
    reader.snapshotState(1);
    arrive(2);
    poll();
    reader.snapshotState(2);

    reader.notifyCheckpointComplete(2);
    reader.notifyCheckpointComplete(2);
    reader.notifyCheckpointComplete(1);

    assertThat(acknowledged).containsExactly(1, 2);
  }

  @Test
  void messageInTheQueue_isNotAcknowledgedByACheckpoint() {
    arrive(1);

    reader.snapshotState(1);
    reader.notifyCheckpointComplete(1);

    assertThat(acknowledged).isEmpty();
  }

  @Test
  void emptyQueue_waits_andAMessageEndsTheWait() {
    CompletableFuture<Void> before = reader.isAvailable();
    assertThat(poll()).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(before).isNotDone();

    arrive(1);
    arrive(2);

    assertThat(before).isDone();
    assertThat(poll()).isEqualTo(InputStatus.MORE_AVAILABLE);
    assertThat(poll()).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();
  }

  @Test
  void statesPassSilently_andUnreadableMessagesAreDeadLetters() {
    forward("gemba/demo/press/state", "{\"state\":\"RUNNING\"}", 1);
    forward("gemba/demo/press/force", "{", 2);

    poll();
    poll();
    reader.snapshotState(1);
    reader.notifyCheckpointComplete(1);

    assertThat(output.collected).hasSize(1);
    assertThat(requireNonNull(output.collected.get(0).deadLetter()).stage())
        .isEqualTo("anomaly-job");
    assertThat(acknowledged).containsExactly(1, 2);
  }

  @Test
  void reading_isInTheUnitOfTheSite() {
    arrive(1);
    poll();

    assertThat(output.readings().get(0).value()).isCloseTo(5 * 0.0689476, within(1e-12));
  }

  private InputStatus poll() {
    return reader.pollNext(output);
  }

  private void arrive(int seq) {
    forward("gemba/demo/filler/force", "{\"value\":5,\"seq\":%d}".formatted(seq), seq);
  }

  private void forward(String topic, String payload, int number) {
    reader.forward(
        topic,
        payload.getBytes(StandardCharsets.UTF_8),
        new Receiver.Delivery() {
          @Override
          public void done() {
            acknowledged.add(number);
          }

          @Override
          public void failed(Exception cause) {
            throw new AssertionError(cause);
          }

          @Override
          public void publish(String mqttTopic, byte[] bytes) {
            throw new AssertionError(mqttTopic);
          }
        });
  }

  private static final class Collected implements ReaderOutput<Decoded<Reading>> {
    private final List<Decoded<Reading>> collected = new ArrayList<>();

    List<Reading> readings() {
      return collected.stream().map(one -> requireNonNull(one.message())).toList();
    }

    @Override
    public void collect(Decoded<Reading> one) {
      collected.add(one);
    }

    @Override
    public void collect(Decoded<Reading> one, long timestamp) {
      collected.add(one);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Decoded<Reading>> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {}
  }
}

package io.gemba.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Reading;
import io.gemba.message.Topic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A job that reads the topic it writes to. */
final class OwnRecordsTest {
  private static final String TOPIC = Topic.READINGS.topicName();
  private static final Reading READING = new Reading("oven/heat", 5, 1.5, 7, 9);
  private static final Writer ANOMALY = new Writer("anomaly");

  @Test
  void ownRecord_isPassedOver() {
    assertThat(read(ANOMALY, written(ANOMALY))).isEmpty();
  }

  @Test
  void recordWithoutName_andThatOfAnotherJob_areRead() {
    assertThat(read(ANOMALY, written(null))).containsExactly(READING);
    assertThat(read(ANOMALY, written(new Writer("replay")))).containsExactly(READING);
  }

  @Test
  void whoReadsAll_readsSignedRecordsToo() {
    assertThat(read(null, written(ANOMALY))).containsExactly(READING);
  }

  private static ProducerRecord<byte[], byte[]> written(@Nullable Writer writer) {
    return new EncodeRecord<>(TOPIC, Reading::sensor, writer).serialize(READING, null, null);
  }

  private static List<Reading> read(
      @Nullable Writer reader, ProducerRecord<byte[], byte[]> written) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            TOPIC,
            0,
            0,
            0,
            TimestampType.CREATE_TIME,
            written.key().length,
            written.value().length,
            written.key(),
            written.value(),
            written.headers(),
            Optional.empty());
    Readings out = new Readings();
    new DecodeRecord<>("anomaly-job", Reading.class, Clock.systemUTC(), reader)
        .deserialize(record, out);
    return out.all;
  }

  private static final class Readings implements Collector<Decoded<Reading>> {
    private final List<Reading> all = new ArrayList<>();

    @Override
    public void collect(Decoded<Reading> decoded) {
      all.add(decoded.message());
    }

    @Override
    public void close() {}
  }
}

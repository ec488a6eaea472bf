package io.gemba.sensors.simulation;

import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Progress} in Kafka, as the note that a consumer group may leave with its offset:
 * it lives and dies with the log that it is about. Not thread safe.
 */
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final TopicPartition PLACE = new TopicPartition(Topic.DEMAND.topicName(), 0);

  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param consumer of a group of its own; only its commits are used
   */
  Ledger(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** What was written last; {@link Progress#NONE} on a fresh log. */
  Progress read() {
    OffsetAndMetadata note = consumer.committed(Set.of(PLACE)).get(PLACE);
    if (note == null || note.metadata().isBlank()) {
      return Progress.NONE;
    }
    try {
      return Json.read(note.metadata().getBytes(StandardCharsets.UTF_8), Progress.class);
    } catch (IOException e) {
      LOG.warn("The simulator's note ({}) is not readable; it starts anew.", note.metadata(), e);
      return Progress.NONE;
    }
  }

  /** Replaces the note; it is durable when this returns. */
  void write(Progress progress) {
    String note = new String(Json.write(progress), StandardCharsets.UTF_8);
    consumer.commitSync(Map.of(PLACE, new OffsetAndMetadata(0, note)));
  }
}

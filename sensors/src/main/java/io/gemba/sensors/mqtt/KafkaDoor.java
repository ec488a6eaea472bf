package io.gemba.sensors.mqtt;

import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.sensors.payload.Decoded;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes what became of one MQTT message to Kafka and says when all of it is safe there. Blocks
 * while the producer's buffer is full. Thread safe.
 */
final class KafkaDoor {
  private static final String STAGE = "gateway";

  private final Producer<byte[], byte[]> producer;
  private final Clock clock;
  private final Counters counters;

  /** The message that all came from. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Origin(String mqttTopic, byte[] payload, Receiver.Delivery delivery) {}

  KafkaDoor(Producer<byte[], byte[]> producer, Clock clock, Counters counters) {
    this.producer = producer;
    this.clock = clock;
    this.counters = counters;
  }

  long millis() {
    return clock.millis();
  }

  void received() {
    counters.received.increment();
  }

  void send(List<Decoded> messages, Origin origin) {
    AtomicInteger left = new AtomicInteger(messages.size() + 1);
    for (Decoded message : messages) {
      send(message, origin, left);
    }
    finish(left, origin);
  }

  private void send(Decoded decoded, Origin origin, AtomicInteger left) {
    if (decoded instanceof Decoded.Accepted accepted) {
      byte[] value = Json.write(accepted.message());
      send(record(accepted.topic(), accepted.key(), value), counters.accepted, origin, left);
    } else if (decoded instanceof Decoded.Rejected rejected) {
      DeadLetter letter =
          new DeadLetter(
              clock.instant(),
              STAGE,
              origin.mqttTopic(),
              "",
              rejected.key(),
              rejected.reason(),
              origin.payload());
      send(
          record(Topic.DEAD_LETTERS, rejected.key(), Json.write(letter)),
          counters.deadLettered,
          origin,
          left);
    } else {
      counters.ignored.increment();
      finish(left, origin);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic topic, @Nullable String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic.topicName(), keyBytes, value);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
  private void send(
      ProducerRecord<byte[], byte[]> record, LongAdder sent, Origin origin, AtomicInteger left) {
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            sent.increment();
            finish(left, origin);
          } else {
            counters.failedSends.increment();
            origin.delivery().failed(failure);
          }
        });
  }

  private static void finish(AtomicInteger left, Origin origin) {
    if (left.decrementAndGet() == 0) {
      origin.delivery().done();
    }
  }
}

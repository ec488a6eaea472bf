package io.gemba.sensors.mqtt;

import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.sensors.payload.Decoded;
import io.gemba.sensors.payload.PayloadDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes one MQTT message to its Kafka topic and says when it is safe there. {@link #forward} blocks
 * while the producer's buffer is full, which holds the connection back. Thread safe.
 */
final class Forwarder {
  private static final String STAGE = "gateway";

  private final PayloadDecoder decoder;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;
  private final Counters counters;

  /** The sender's side of one message; called from any thread. */
  interface Delivery {
    /** The message is safe: acknowledge it. */
    void done();

    /** The message is not safe: it must be delivered again. */
    void failed(Exception cause);
  }

  Forwarder(
      PayloadDecoder decoder, Producer<byte[], byte[]> producer, Clock clock, Counters counters) {
    this.decoder = decoder;
    this.producer = producer;
    this.clock = clock;
    this.counters = counters;
  }

  void forward(String mqttTopic, byte[] payload, Delivery delivery) {
    counters.received.increment();
    Decoded decoded = decoder.decode(mqttTopic, payload, clock.millis());
    if (decoded instanceof Decoded.Accepted accepted) {
      byte[] value = Json.write(accepted.message());
      send(record(accepted.topic(), accepted.key(), value), counters.accepted, delivery);
    } else if (decoded instanceof Decoded.Rejected rejected) {
      DeadLetter letter =
          new DeadLetter(
              clock.instant(), STAGE, mqttTopic, "", rejected.key(), rejected.reason(), payload);
      send(
          record(Topic.DEAD_LETTERS, rejected.key(), Json.write(letter)),
          counters.deadLettered,
          delivery);
    } else {
      counters.ignored.increment();
      delivery.done();
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic topic, @Nullable String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic.topicName(), keyBytes, value);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
  private void send(ProducerRecord<byte[], byte[]> record, LongAdder sent, Delivery delivery) {
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            sent.increment();
            delivery.done();
          } else {
            counters.failedSends.increment();
            delivery.failed(failure);
          }
        });
  }
}

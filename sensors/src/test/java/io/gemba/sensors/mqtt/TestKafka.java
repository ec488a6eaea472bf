package io.gemba.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka that takes records and answers only when the test says so. */
final class TestKafka {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  final MockProducer<byte[], byte[]> producer;

  TestKafka() {
    this(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  TestKafka(MockProducer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  int size() {
    return producer.history().size();
  }

  List<Long> readingSeqs() {
    return records(Topic.READINGS).map(record -> read(record, Reading.class).seq()).toList();
  }

  List<DeadLetter> deadLetters() {
    return records(Topic.DEAD_LETTERS).map(record -> read(record, DeadLetter.class)).toList();
  }

  private Stream<ProducerRecord<byte[], byte[]>> records(Topic topic) {
    return producer.history().stream().filter(record -> record.topic().equals(topic.topicName()));
  }

  private static <T> T read(ProducerRecord<byte[], byte[]> record, Class<T> type) {
    try {
      return Json.read(record.value(), type);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  void awaitSize(int size) {
    await("%d records in Kafka".formatted(size), () -> size() >= size);
  }

  /** Answers every record until the number given has been answered. */
  void completeAll(int count) {
    for (int i = 0; i < count; i++) {
      await("a record to answer, number " + i, producer::completeNext);
    }
  }

  /** Answers every record that comes until the condition holds. */
  void completeUntil(String what, BooleanSupplier condition) {
    await(
        what,
        () -> {
          producer.completeNext();
          return condition.getAsBoolean();
        });
  }

  static void await(String what, BooleanSupplier condition) {
    long deadlineNanos = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(deadlineNanos);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}

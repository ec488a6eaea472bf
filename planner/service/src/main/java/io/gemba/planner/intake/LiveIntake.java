package io.gemba.planner.intake;

import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.message.Topic;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what is only shown and never kept: readings and sensor states. It starts a little before
 * the end, keeps no offsets, and skips to the end when it falls behind. Bad records are skipped
 * here: the jobs that count them bury them. One thread.
 */
public final class LiveIntake implements IntakeThread.Reader {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIntake.class);
  private static final long REMEMBERED_STATES = 500;
  private static final int TOO_MANY = 5000;
  private static final long LOOK_AGAIN_MILLIS = 5_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Shown shown;
  private final Clock clock;
  private final Set<String> missing =
      new HashSet<>(List.of(Topic.READINGS.topicName(), Topic.SENSOR_STATUS.topicName()));
  private long lookAgainAt;

  /** Where it is shown. */
  public interface Shown {
    /** A sensor has a new value. */
    void reading(Reading reading);

    /** A sensor has a new state. */
    void status(SensorStatus status);
  }

  /** Follows with a consumer that is not subscribed to anything. */
  public LiveIntake(Consumer<byte[], byte[]> consumer, Shown shown, Clock clock) {
    this.consumer = consumer;
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  public void step() {
    findPartitions();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
    records.forEach(this::show);
    if (records.count() >= TOO_MANY) {
      consumer.seekToEnd(consumer.assignment());
    }
  }

  @Override
  public void reposition() {
    consumer.seekToEnd(consumer.assignment());
  }

  private void show(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      if (record.topic().equals(Topic.READINGS.topicName())) {
        shown.reading(Json.read(record.value(), Reading.class));
      } else {
        shown.status(Json.read(record.value(), SensorStatus.class));
      }
    } catch (IOException e) {
      LOG.debug("Skipped an unreadable record of {}", record.topic());
    }
  }

  private void findPartitions() {
    if (missing.isEmpty() || clock.millis() < lookAgainAt) {
      return;
    }
    lookAgainAt = clock.millis() + LOOK_AGAIN_MILLIS;
    Set<TopicPartition> all = new HashSet<>(consumer.assignment());
    List<TopicPartition> added = new ArrayList<>();
    for (String topic : List.copyOf(missing)) {
      List<PartitionInfo> found = consumer.partitionsFor(topic);
      if (found != null && !found.isEmpty()) {
        missing.remove(topic);
        found.forEach(info -> added.add(new TopicPartition(topic, info.partition())));
      }
    }
    if (!added.isEmpty()) {
      all.addAll(added);
      consumer.assign(all);
      start(added);
    }
  }

  private void start(List<TopicPartition> added) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(added);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(added);
    for (TopicPartition partition : added) {
      long back = partition.topic().equals(Topic.SENSOR_STATUS.topicName()) ? REMEMBERED_STATES : 0;
      long end = ends.getOrDefault(partition, 0L);
      long first = beginnings.getOrDefault(partition, 0L);
      consumer.seek(partition, Math.max(first, end - back));
    }
  }
}

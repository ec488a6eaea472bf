package io.gemba.planner.intake;

import io.gemba.message.DeadLetter;
import io.gemba.message.Topic;
import io.gemba.planner.health.Counters;
import io.gemba.planner.store.ConsumedTable.Partition;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.StoreException;
import io.gemba.planner.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics from where the database says. A batch, its offsets and its dead letters are one
 * transaction: after a crash anywhere it is done again from the start or not at all. When the
 * database refuses a value, the records of the batch are tried one by one and only the bad one is
 * buried. One thread.
 */
public final class Intake implements IntakeThread.Reader {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final long LOOK_AGAIN_MILLIS = 5_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Store store;
  private final Map<String, Feed<?>> feeds;
  private final Counters counters;
  private final Clock clock;
  private final Set<String> assigned = new TreeSet<>();
  private long lookAgainAt;

  /**
   * @param consumer not subscribed to anything, without automatic commits
   * @param feeds at most one a topic
   */
  public Intake(
      Consumer<byte[], byte[]> consumer,
      Store store,
      List<Feed<?>> feeds,
      Counters counters,
      Clock clock) {
    this.consumer = consumer;
    this.store = store;
    this.feeds =
        feeds.stream().collect(Collectors.toMap(feed -> feed.topic().topicName(), feed -> feed));
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Reads one batch, if there is any. Topics that do not exist yet are looked for again every five
   * seconds.
   */
  @Override
  public void step() {
    findPartitions();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(WAIT);
    if (records.isEmpty()) {
      return;
    }
    try {
      commit(batch(records));
    } catch (StoreException e) {
      if (!e.isBadData()) {
        throw e;
      }
      LOG.warn("A batch has a value that the database refuses; trying its records alone", e);
      records.forEach(this::alone);
    }
  }

  /** Goes back to where the database says, after a failure. */
  @Override
  public void reposition() {
    Map<Partition, Long> next = store.call(transaction -> store.consumed().all(transaction));
    consumer.assignment().forEach(partition -> seek(partition, next));
  }

  private void findPartitions() {
    if (assigned.size() == feeds.size() || clock.millis() < lookAgainAt) {
      return;
    }
    lookAgainAt = clock.millis() + LOOK_AGAIN_MILLIS;
    Set<TopicPartition> partitions = new HashSet<>();
    assigned.clear();
    for (String topic : feeds.keySet()) {
      List<PartitionInfo> found = consumer.partitionsFor(topic);
      if (found != null && !found.isEmpty()) {
        assigned.add(topic);
        found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      }
    }
    if (!partitions.equals(consumer.assignment())) {
      consumer.assign(partitions);
      reposition();
    }
  }

  private void seek(TopicPartition partition, Map<Partition, Long> next) {
    Long offset = next.get(new Partition(partition.topic(), partition.partition()));
    if (offset == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, offset);
    }
  }

  private Batch batch(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    Batch batch = new Batch();
    records.forEach(record -> batch.add(feed(record), record, clock.instant()));
    return batch;
  }

  private void alone(ConsumerRecord<byte[], byte[]> record) {
    try {
      commit(batch(List.of(record)));
    } catch (StoreException e) {
      if (!e.isBadData()) {
        throw e;
      }
      Batch buried = new Batch();
      buried.bury(record, "The database refuses a value: " + e.getMessage(), clock.instant());
      commit(buried);
    }
  }

  private void commit(Batch batch) {
    store.run(
        transaction -> {
          batch.apply(transaction);
          batch.dead().forEach(letter -> bury(transaction, letter));
          store.consumed().put(transaction, batch.next());
        });
    batch.dead().forEach(letter -> counters.refused(letter.source()));
    batch.read().forEach((feed, list) -> counters.taken(feed.topic().topicName(), list.size()));
    batch.committed();
  }

  private void bury(Transaction transaction, DeadLetter letter) {
    LOG.warn("Dead letter from {} {}: {}", letter.source(), letter.position(), letter.reason());
    String key = letter.key() == null ? "" : letter.key();
    store.outbox().toKafka(transaction, Topic.DEAD_LETTERS, key, letter);
  }

  private Feed<?> feed(ConsumerRecord<byte[], byte[]> record) {
    Feed<?> feed = feeds.get(record.topic());
    if (feed == null) {
      throw new IllegalStateException("No feed for topic " + record.topic());
    }
    return feed;
  }
}

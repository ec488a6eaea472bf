package io.gemba.standalone.bench;

import io.gemba.message.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees what jobs write to a topic from now on, in a thread of its own. */
final class TopicWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Seen seen;
  private final Thread thread;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean isOpen = true;
  private volatile long lastNanos = System.nanoTime();

  /** Takes a record; called in the watch's thread. */
  @FunctionalInterface
  interface Seen {
    /**
     * @param nanos when it was seen, as of {@link System#nanoTime}
     */
    void record(String key, byte[] value, long nanos);
  }

  /** Watches a topic that exists. */
  TopicWatch(String bootstrapServers, Topic topic, Seen seen) throws InterruptedException {
    this.seen = seen;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                10),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    this.thread = new Thread(() -> watch(partitions), "watch-" + topic.topicName());
    thread.setDaemon(true);
    thread.start();
    ready.await();
  }

  private void watch(List<TopicPartition> partitions) {
    partitions.forEach(consumer::position);
    ready.countDown();
    while (isOpen) {
      for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
        lastNanos = System.nanoTime();
        seen.record(each.key(), each.value(), lastNanos);
      }
    }
    consumer.close();
  }

  /**
   * Waits until nothing was written for a while.
   *
   * @return when the last was seen, as of {@link System#nanoTime}
   */
  long awaitQuiet(Duration quiet) throws InterruptedException {
    long from = System.nanoTime();
    while (System.nanoTime() - Math.max(from, lastNanos) < quiet.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return lastNanos;
  }

  @Override
  public void close() {
    isOpen = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

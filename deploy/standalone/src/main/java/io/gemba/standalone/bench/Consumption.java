package io.gemba.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import io.gemba.message.Topic;
import io.gemba.standalone.CannotStartException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * How much of a topic a job has done, by the offsets it commits. A job commits with a completed
 * checkpoint, so what is counted has passed every operator and is in their state.
 */
final class Consumption implements AutoCloseable {
  private static final long LOOK_MILLIS = 20;
  private static final int WARM_PERCENT = 25;
  private static final int DONE_PERCENT = 80;

  private final Admin admin;

  Consumption(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /**
   * Records between two checkpoints, and the time and this process's computing between these two.
   * What the start of the job took is in none, nor is the first quarter of the topic, during which
   * code is being compiled, unless the job is through before it can be told apart.
   */
  record Span(long records, double seconds, double cpuSeconds) {
    double perSecond() {
      return records / seconds;
    }

    double perCpuSecond() {
      return records / cpuSeconds;
    }
  }

  /**
   * Makes the topic of commits: it comes with the first commit of anybody, which fails until it is
   * there.
   */
  void prepare(Topic topic) throws InterruptedException, ExecutionException {
    admin
        .alterConsumerGroupOffsets(
            "gemba-bench",
            Map.of(new TopicPartition(topic.topicName(), 0), new OffsetAndMetadata(0)))
        .all()
        .get();
  }

  /** Number of records of a topic. */
  long length(Topic topic) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription description :
        admin.describeTopics(List.of(topic.topicName())).allTopicNames().get().values()) {
      for (TopicPartitionInfo partition : description.partitions()) {
        latest.put(
            new TopicPartition(topic.topicName(), partition.partition()), OffsetSpec.latest());
      }
    }
    return admin.listOffsets(latest).all().get().values().stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  /**
   * Waits until a group has committed most of a topic. The rest keeps its sources busy meanwhile: a
   * source that finds nothing more to read sleeps for ten seconds, and commits when it wakes.
   *
   * @throws CannotStartException if it has not after the deadline
   */
  Span await(String group, Topic topic, Duration deadline)
      throws InterruptedException, ExecutionException {
    long length = length(topic);
    long warm = length / 100 * WARM_PERCENT;
    long end = length / 100 * DONE_PERCENT;
    long begin = System.nanoTime();
    Mark first = new Mark(0, begin, cpuNanos());
    while (true) {
      long committed = committed(group, topic);
      long now = System.nanoTime();
      if (committed >= end) {
        return new Span(
            committed - first.records(),
            (now - first.nanos()) / 1e9,
            (cpuNanos() - first.cpuNanos()) / 1e9);
      }
      boolean isFirst = first.records() == 0 && committed > 0;
      boolean isWarm = first.records() < warm && committed >= warm;
      if (isFirst || isWarm) {
        first = new Mark(committed, now, cpuNanos());
      }
      if (now - begin > deadline.toNanos()) {
        throw new CannotStartException(
            "%s has done %d of %d records of %s in %d s."
                .formatted(group, committed, end, topic.topicName(), deadline.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private record Mark(long records, long nanos, long cpuNanos) {}

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private long committed(String group, Topic topic)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return offsets.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic.topicName()))
        .filter(entry -> entry.getValue() != null)
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}

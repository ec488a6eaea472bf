package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * The doors of one job to Kafka.
 *
 * <p>Reading starts where the checkpoint says, without one at the earliest record kept. A record
 * that cannot be read becomes a dead letter and stops nobody. Writing is at least once: flushed
 * before a checkpoint completes, so messages must carry ids that a repeat shares.
 */
public final class JobTopics {
  private static final String LINGER_MILLIS = "20";

  /** A trickle is fetched ten times a second, not record by record; a flood is not held up. */
  private static final String FETCH_WAIT_MILLIS = "100";

  /** Some records a minute: one reader of all partitions is enough. */
  private static final Set<Topic> TRICKLES =
      EnumSet.of(
          Topic.DEVICES,
          Topic.ALARM_FEEDBACK,
          Topic.MODELS,
          Topic.PART_REPLACEMENTS,
          Topic.FORECAST_OVERRIDES,
          Topic.PRICES,
          Topic.CAPACITY,
          Topic.ORDERS,
          Topic.PRODUCTION,
          Topic.ANOMALIES,
          Topic.COSTS);

  private static final String FETCH_BYTES = String.valueOf(64 << 10);
  private static final String BUFFER_BYTES = String.valueOf(16 << 20);
  private static final String BATCH_BYTES = String.valueOf(64 << 10);
  private static final String RECORDS_PER_POLL = "2000";

  private final String bootstrapServers;
  private final String job;
  private final OffsetsInitializer start;

  private JobTopics(String bootstrapServers, String job, OffsetsInitializer start) {
    this.bootstrapServers = bootstrapServers;
    this.job = job;
    this.start = start;
  }

  /**
   * @param settings where Kafka is
   * @param job the job's name, for example {@code anomaly}; group and client ids, uids and the
   *     stage of dead letters follow from it
   */
  public static JobTopics of(Settings settings, String job) {
    return new JobTopics(settings.kafka().bootstrapServers(), job, OffsetsInitializer.earliest());
  }

  /** The same doors, but without a checkpoint only what comes from now on is read. */
  public JobTopics fromLatest() {
    return new JobTopics(bootstrapServers, job, OffsetsInitializer.latest());
  }

  /** Reads a topic without event time: for jobs that work in the order of arrival. */
  public <T> Incoming<T> read(StreamExecutionEnvironment env, Topic topic, Class<T> type) {
    return read(env, topic, type, WatermarkStrategy.noWatermarks(), null);
  }

  /**
   * Reads what is recent of a topic, in the order of arrival; older records are passed over before
   * they are decoded.
   *
   * @param age how far back records are surely read; a few older ones may come too
   */
  public <T> Incoming<T> readRecent(
      StreamExecutionEnvironment env, Topic topic, Class<T> type, Duration age) {
    DatedAfter wanted = new DatedAfter(age, Clock.systemUTC());
    return read(env, topic, type, WatermarkStrategy.noWatermarks(), wanted);
  }

  /** Reads what others wrote to a topic that this job {@linkplain #writeSigned signs}. */
  public <T> Incoming<T> readOfOthers(StreamExecutionEnvironment env, Topic topic, Class<T> type) {
    return read(env, topic, type, WatermarkStrategy.noWatermarks(), new Writer(job));
  }

  /** Reads a topic with event times and watermarks per partition. */
  public <T> Incoming<T> read(
      StreamExecutionEnvironment env, Topic topic, Class<T> type, EventTime<T> time) {
    return read(env, topic, type, time.watermarks(), null);
  }

  private <T> Incoming<T> read(
      StreamExecutionEnvironment env,
      Topic topic,
      Class<T> type,
      WatermarkStrategy<Decoded<T>> watermarks,
      @Nullable Wanted wanted) {
    if (topic.recordType() != type) {
      throw new IllegalArgumentException(
          "%s carries %s, not %s."
              .formatted(topic, topic.recordType().getSimpleName(), type.getSimpleName()));
    }
    String name = topic.topicName();
    DataStreamSource<Decoded<T>> decoded =
        env.fromSource(source(topic, type, wanted), watermarks, name);
    if (TRICKLES.contains(topic)) {
      decoded.setParallelism(1);
    }
    return Incoming.split(decoded.uid(name), name, MessageTypes.of(type));
  }

  private <T> KafkaSource<Decoded<T>> source(Topic topic, Class<T> type, @Nullable Wanted wanted) {
    return KafkaSource.<Decoded<T>>builder()
        .setBootstrapServers(bootstrapServers)
        .setTopics(topic.topicName())
        .setGroupId("gemba-" + job)
        .setClientIdPrefix("gemba-" + job + "-" + topic.topicName())
        .setStartingOffsets(start)
        .setProperty("partition.discovery.interval.ms", "-1")
        .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL)
        .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS)
        .setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES)
        .setDeserializer(new DecodeRecord<>(job + "-job", type, Clock.systemUTC(), wanted))
        .build();
  }

  /**
   * A sink that writes to a topic.
   *
   * @param key the key that the topic asks for; null leaves the partition to chance
   * @throws IllegalArgumentException if the topic carries another type
   */
  public <T> Sink<T> write(
      Topic topic, Class<T> type, SerializableFunction<T, @Nullable String> key) {
    return write(topic, type, key, null);
  }

  /** The same, with the job's name on every record: {@link #readOfOthers} passes them over. */
  public <T> Sink<T> writeSigned(
      Topic topic, Class<T> type, SerializableFunction<T, @Nullable String> key) {
    return write(topic, type, key, new Writer(job));
  }

  private <T> Sink<T> write(
      Topic topic,
      Class<T> type,
      SerializableFunction<T, @Nullable String> key,
      @Nullable Writer writer) {
    if (topic.recordType() != type) {
      throw new IllegalArgumentException(
          "%s carries %s, not %s."
              .formatted(topic, topic.recordType().getSimpleName(), type.getSimpleName()));
    }
    return KafkaSink.<T>builder()
        .setBootstrapServers(bootstrapServers)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setProperty(CommonClientConfigs.CLIENT_ID_CONFIG, "gemba-" + job + "-" + topic.topicName())
        .setProperty(ProducerConfig.ACKS_CONFIG, "all")
        .setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true")
        .setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS)
        .setProperty(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES)
        .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES)
        .setRecordSerializer(new EncodeRecord<>(topic.topicName(), key, writer))
        .build();
  }

  /** The sink of all that the job's sources or operators refuse. */
  public Sink<DeadLetter> deadLetters() {
    return write(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetter::key);
  }
}

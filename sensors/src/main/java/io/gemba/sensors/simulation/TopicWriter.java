package io.gemba.sensors.simulation;

import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the topics as an ERP would: acknowledged by all replicas, in order by key, batched and
 * compressed. A failed send is told by the next call. Thread safe.
 */
public final class TopicWriter implements AutoCloseable {
  private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(1);

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * @param producer closed with this writer
   */
  public TopicWriter(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Connects as soon as something is sent; a broker that is away is waited for. */
  public static TopicWriter open(Settings settings, String clientId) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            settings.kafka().bootstrapServers(),
            ProducerConfig.CLIENT_ID_CONFIG,
            clientId,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.LINGER_MS_CONFIG,
            50,
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            16L * 1024 * 1024);
    return new TopicWriter(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /**
   * Queues a record; blocks while the queue is full.
   *
   * @throws KafkaException when this or an earlier record could not be written
   */
  public void send(Topic topic, String key, byte[] value) {
    throwFailure();
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    Future<RecordMetadata> unused = // the callback tells the same
        producer.send(
            new ProducerRecord<>(topic.topicName(), keyBytes, value),
            (written, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  /**
   * Waits until everything before is on the log.
   *
   * @throws KafkaException when some of it could not be written
   */
  public void flush() {
    producer.flush();
    throwFailure();
  }

  /** Gives what is queued a second. */
  @Override
  public void close() {
    producer.close(CLOSE_AT_MOST);
  }

  private void throwFailure() {
    Exception problem = failure.getAndSet(null);
    if (problem != null) {
      throw new KafkaException("A record was not written: " + problem.getMessage(), problem);
    }
  }
}

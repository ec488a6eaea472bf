package io.gemba.planner.outbox;

import io.gemba.planner.store.OutboxTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends to Kafka: acknowledged by all replicas, in order, no repeats within one life. */
public final class KafkaSender implements Sender {
  private static final long WAIT_SECONDS = 30;

  private final Producer<byte[], byte[]> producer;

  /** Sends with a producer that waits for all acknowledgements. */
  public KafkaSender(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Connects. */
  public static KafkaSender connect(String bootstrapServers) {
    Properties config = new Properties();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "planner-outbox");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 25_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    return new KafkaSender(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  @Override
  public String destination() {
    return "kafka";
  }

  @Override
  public void send(List<OutboxTable.Row> rows) throws SendException {
    try {
      List<Future<RecordMetadata>> waiting = new ArrayList<>(rows.size());
      for (OutboxTable.Row row : rows) {
        byte[] key = row.key().getBytes(StandardCharsets.UTF_8);
        waiting.add(producer.send(new ProducerRecord<>(row.topic(), key, row.payload())));
      }
      producer.flush();
      for (Future<RecordMetadata> sent : waiting) {
        sent.get(WAIT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new SendException("Kafka has not taken the plans and costs", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SendException("Interrupted while sending to Kafka", e);
    }
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(2));
  }
}

package io.gemba.standalone;

import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts single messages on the topics of a Gemba that runs. */
public final class TopicDoor {
  private static final int BLOCK_MILLIS = 10_000;
  private static final int SECONDS = 20;

  private TopicDoor() {}

  /**
   * Sends a message and waits until it is on the log.
   *
   * @param servers addresses of the running Gemba's Kafka
   * @throws CannotStartException if Kafka does not take it
   */
  public static void put(String servers, Topic topic, String key, Object message)
      throws InterruptedException {
    Map<String, Object> options =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            BLOCK_MILLIS);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(options, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic.topicName(), key, Json.write(message)))
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CannotStartException(
          "Kafka at %s does not take the message for %s: %s"
              .formatted(servers, topic.topicName(), e.getMessage()),
          e);
    }
  }
}

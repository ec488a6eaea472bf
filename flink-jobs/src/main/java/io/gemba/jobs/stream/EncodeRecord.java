package io.gemba.jobs.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gemba.message.Json;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message as JSON under its key.
 *
 * @param <T> the message's type
 */
final class EncodeRecord<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1;

  private final String topic;
  private final SerializableFunction<T, @Nullable String> key;
  private final @Nullable Writer writer;

  /**
   * @param writer signs every record; null leaves them without a name
   */
  EncodeRecord(
      String topic, SerializableFunction<T, @Nullable String> key, @Nullable Writer writer) {
    this.topic = topic;
    this.key = key;
    this.writer = writer;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T message, KafkaSinkContext context, @Nullable Long timestamp) {
    String text = key.apply(message);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, text == null ? null : text.getBytes(UTF_8), Json.write(message));
    if (writer != null) {
      writer.sign(record.headers());
    }
    return record;
  }
}

package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import java.io.IOException;
import java.time.Clock;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record of a topic. Never throws for what is in the record: what cannot be read becomes
 * a dead letter with its reason, position and bytes.
 *
 * @param <T> the message's type
 */
final class DecodeRecord<T> implements KafkaRecordDeserializationSchema<Decoded<T>> {
  private static final long serialVersionUID = 1;
  private static final byte[] NOTHING = {};

  private final String stage;
  private final Class<T> type;
  private final Decoder<T> decoder;
  private final Clock clock;
  private final @Nullable Wanted wanted;

  /**
   * @param stage who reads, for dead letters
   * @param type what a record holds
   * @param clock dates dead letters
   * @param wanted which records are read; null when all are
   */
  DecodeRecord(String stage, Class<T> type, Clock clock, @Nullable Wanted wanted) {
    this.stage = stage;
    this.type = type;
    this.decoder = MessageTypes.decoder(type);
    this.clock = clock;
    this.wanted = wanted;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded<T>> out) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      out.collect(Decoded.refused(deadLetter(record, NOTHING, "The record has no value.")));
      return;
    }
    if (wanted != null && !wanted.isWanted(record, value)) {
      return;
    }
    Decoded<T> decoded;
    try {
      decoded = Decoded.of(decoder.decode(value));
    } catch (IOException | IllegalArgumentException e) {
      decoded = Decoded.refused(deadLetter(record, value, reason(e)));
    }
    out.collect(decoded);
  }

  private DeadLetter deadLetter(
      ConsumerRecord<byte[], byte[]> record, byte[] original, String reason) {
    byte @Nullable [] key = record.key();
    return new DeadLetter(
        clock.instant(),
        stage,
        record.topic(),
        record.partition() + ":" + record.offset(),
        key == null ? null : new String(key, java.nio.charset.StandardCharsets.UTF_8),
        reason,
        original);
  }

  private String reason(Exception e) {
    String message = e.getMessage();
    return "No " + type.getSimpleName() + ": " + (message == null ? e.toString() : message);
  }

  @Override
  public TypeInformation<Decoded<T>> getProducedType() {
    return Decoded.type(type);
  }
}

package io.gemba.planner.intake;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.planner.store.ConsumedTable.Partition;
import io.gemba.planner.store.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What one poll brought: read records by feed, letters for the others, and where to go on. */
final class Batch {
  private final Map<Feed<?>, List<Object>> read = new LinkedHashMap<>();
  private final List<DeadLetter> dead = new ArrayList<>();
  private final Map<Partition, Long> next = new HashMap<>();

  /** Reads a record; null values are skipped, they say that a key is gone. */
  <T> void add(Feed<T> feed, ConsumerRecord<byte[], byte[]> record, Instant now) {
    next.put(new Partition(record.topic(), record.partition()), record.offset() + 1);
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    try {
      T message = Json.read(value, feed.type());
      read.computeIfAbsent(feed, any -> new ArrayList<>()).add(message);
    } catch (IOException e) {
      dead.add(letter(record, reason(e), now));
    }
  }

  /** Puts a record that was read but cannot be kept among the dead. */
  void bury(ConsumerRecord<byte[], byte[]> record, String reason, Instant now) {
    next.put(new Partition(record.topic(), record.partition()), record.offset() + 1);
    dead.add(letter(record, reason, now));
  }

  /** Writes all effects. */
  void apply(Transaction transaction) {
    read.forEach((feed, records) -> apply(feed, transaction, records));
  }

  /** Tells the feeds that their records are committed. */
  void committed() {
    read.forEach(Batch::committed);
  }

  List<DeadLetter> dead() {
    return dead;
  }

  Map<Partition, Long> next() {
    return next;
  }

  Map<Feed<?>, List<Object>> read() {
    return read;
  }

  @SuppressWarnings("unchecked") // a feed's list holds what the feed's type read
  private static <T> void apply(Feed<T> feed, Transaction transaction, List<Object> records) {
    feed.effect().apply(transaction, (List<T>) records);
  }

  @SuppressWarnings("unchecked") // a feed's list holds what the feed's type read
  private static <T> void committed(Feed<T> feed, List<Object> records) {
    feed.afterwards().committed((List<T>) records);
  }

  private static String reason(IOException failure) {
    if (failure instanceof JsonMappingException mapping && mapping.getCause() != null) {
      return String.valueOf(mapping.getCause().getMessage());
    }
    String message = failure.getMessage() == null ? "unreadable" : failure.getMessage();
    return message.lines().findFirst().orElse("unreadable");
  }

  private static DeadLetter letter(
      ConsumerRecord<byte[], byte[]> record, String reason, Instant now) {
    byte @Nullable [] key = record.key();
    return new DeadLetter(
        now,
        "planner",
        record.topic(),
        record.partition() + "/" + record.offset(),
        key == null ? null : new String(key, StandardCharsets.UTF_8),
        reason.isBlank() ? "unreadable" : reason,
        record.value());
  }
}

package io.gemba.planner.store;

import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.util.List;

/** Messages that a transaction wants sent once it has committed, in order. */
public final class OutboxTable {

  /**
   * A message that waits.
   *
   * @param id rises in the order of writing
   * @param destination {@code kafka} or {@code mqtt}
   * @param topic on it
   * @param key record key; empty for MQTT
   * @param payload bytes to send
   */
  @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
  public record Row(long id, String destination, String topic, String key, byte[] payload) {}

  /** Sends a record to Kafka. */
  public void toKafka(Transaction transaction, Topic topic, String key, Object message) {
    put(transaction, "kafka", topic.topicName(), key, Json.write(message));
  }

  /** Sends a retained message to MQTT. */
  public void toMqtt(Transaction transaction, String topic, Object message) {
    put(transaction, "mqtt", topic, "", Json.write(message));
  }

  /** The oldest rows for a destination. */
  public List<Row> oldest(Transaction transaction, String destination, int limit) {
    return transaction.list(
        row ->
            new Row(
                row.getLong("id"),
                row.getString("destination"),
                row.getString("topic"),
                row.getString("key"),
                row.getBytes("payload")),
        "select id, destination, topic, key, payload from outbox"
            + " where destination = ? order by id limit ?",
        destination,
        limit);
  }

  /** Forgets rows that have arrived. */
  public void sent(Transaction transaction, List<Long> ids) {
    transaction.update(
        "delete from outbox where id = any (?)", transaction.array("bigint", ids.toArray()));
  }

  /** How many wait. */
  public int waiting(Transaction transaction) {
    return transaction.find(row -> row.getInt(1), "select count(*)::int from outbox").orElse(0);
  }

  private static void put(
      Transaction transaction, String destination, String topic, String key, byte[] payload) {
    transaction.update(
        "insert into outbox (destination, topic, key, payload) values (?, ?, ?, ?)",
        destination,
        topic,
        key,
        payload);
  }
}

package io.gemba.planner.store;

import java.util.Map;
import java.util.TreeMap;

/** Where each Kafka partition goes on, kept with the effects of what was read. */
public final class ConsumedTable {

  /** A partition of a topic. */
  public record Partition(String topic, int number) {}

  private record Next(Partition partition, long offset) {}

  /** Next offset of every partition that was ever read. */
  public Map<Partition, Long> all(Transaction transaction) {
    Map<Partition, Long> all =
        new TreeMap<>(
            java.util.Comparator.comparing(Partition::topic).thenComparing(Partition::number));
    transaction
        .list(
            row ->
                new Next(
                    new Partition(row.getString("topic"), row.getInt("partition")),
                    row.getLong("next_offset")),
            "select topic, partition, next_offset from consumed")
        .forEach(next -> all.put(next.partition(), next.offset()));
    return all;
  }

  /** Remembers the next offsets of some partitions. */
  public void put(Transaction transaction, Map<Partition, Long> next) {
    next.forEach(
        (partition, offset) ->
            transaction.update(
                "insert into consumed (topic, partition, next_offset) values (?, ?, ?)"
                    + " on conflict (topic, partition) do update"
                    + " set next_offset = excluded.next_offset",
                partition.topic(),
                partition.number(),
                offset));
  }
}

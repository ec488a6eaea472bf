package io.gemba.sensors.simulation;

import io.gemba.message.Json;
import io.gemba.message.Stock;
import io.gemba.message.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the STOCK topic once, to know what lay on the shelves when the last run stopped. */
final class StockReader {
  private static final Logger LOG = LoggerFactory.getLogger(StockReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private StockReader() {}

  /**
   * The latest count of each shelf plus the movements after it.
   *
   * @return units by {@code item@place}. Cost: the whole topic
   */
  static Map<String, Double> latest(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = Clients.partitions(consumer, Topic.STOCK.topicName());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<String, Double> units = new HashMap<>();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> stock : consumer.poll(POLL)) {
        take(stock, units);
      }
    }
    return units;
  }

  private static void take(ConsumerRecord<byte[], byte[]> message, Map<String, Double> units) {
    try {
      Stock stock = Json.read(message.value(), Stock.class);
      boolean isCount = stock.kind() == Stock.Kind.COUNT;
      double before = isCount ? 0 : units.getOrDefault(stock.key(), 0.0);
      units.put(stock.key(), Math.max(0, before + stock.quantity()));
    } catch (IOException e) {
      LOG.debug("Stock at offset {} is not readable and left out.", message.offset(), e);
    }
  }
}

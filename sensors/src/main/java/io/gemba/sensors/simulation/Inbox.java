package io.gemba.sensors.simulation;

import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.SimulationCommand;
import io.gemba.message.Topic;
import io.gemba.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the simulated plant and ERP must know: commands of the last day and orders of the last
 * two weeks, then every new one. A command that is over, repeated or aims at nothing is left out.
 * Not thread safe.
 */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration COMMANDS_BACK = Duration.ofDays(1);
  private static final Duration ORDERS_BACK = Duration.ofDays(14);

  private final Consumer<byte[], byte[]> consumer;
  private final Site site;
  private final Clock clock;
  private final Faults faults;
  private final Set<String> known = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();

  /** Something the shops must know. */
  sealed interface Entry {}

  /** An order of whoever placed it. */
  record Placed(Order order) implements Entry {}

  /** A command. */
  record Commanded(SimulationCommand command) implements Entry {}

  Inbox(Consumer<byte[], byte[]> consumer, Site site, Clock clock, Faults faults) {
    this.consumer = consumer;
    this.site = site;
    this.clock = clock;
    this.faults = faults;
  }

  /** Takes the places to read from; before the first {@link #poll}. */
  void seek() {
    List<TopicPartition> commands = Clients.partitions(consumer, Topic.SIMULATION.topicName());
    List<TopicPartition> orders = Clients.partitions(consumer, Topic.ORDERS.topicName());
    List<TopicPartition> all = new ArrayList<>(commands);
    all.addAll(orders);
    consumer.assign(all);
    Map<TopicPartition, Long> times = new HashMap<>();
    commands.forEach(p -> times.put(p, clock.instant().minus(COMMANDS_BACK).toEpochMilli()));
    orders.forEach(p -> times.put(p, clock.instant().minus(ORDERS_BACK).toEpochMilli()));
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
    for (TopicPartition partition : all) {
      OffsetAndTimestamp start = starts.get(partition);
      long end = ends.getOrDefault(partition, 0L);
      consumer.seek(partition, start == null ? end : start.offset());
    }
  }

  /** Whether everything that is on the log now has been read. */
  boolean isCaughtUp() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  /** Reads what has come within a time. */
  void poll(Duration atMost) {
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(atMost)) {
      try {
        if (message.topic().equals(Topic.ORDERS.topicName())) {
          entries.add(new Placed(Json.read(message.value(), Order.class)));
        } else {
          take(Json.read(message.value(), SimulationCommand.class));
        }
      } catch (IOException e) {
        LOG.warn(
            "{} offset {} is not readable and left out: {}",
            message.topic(),
            message.offset(),
            e.getMessage());
      }
    }
  }

  /** What came since the last call, in order. */
  List<Entry> drain() {
    List<Entry> drained = List.copyOf(entries);
    entries.clear();
    return drained;
  }

  private void take(SimulationCommand command) {
    long now = clock.millis();
    long startMillis = command.at().toEpochMilli();
    if (!known.add(command.id()) || Faults.isOver(command, startMillis, now)) {
      return;
    }
    if (!Targets.of(command.fault(), site).contains(command.target())) {
      LOG.warn(
          "target ({}) of command '{}' is unknown. {} takes one of {}.",
          command.target(),
          command.id(),
          command.fault(),
          Targets.of(command.fault(), site));
      return;
    }
    LOG.info("{} hits {} for {} minutes.", command.fault(), command.target(), command.minutes());
    faults.add(command, startMillis, now);
    entries.add(new Commanded(command));
  }
}

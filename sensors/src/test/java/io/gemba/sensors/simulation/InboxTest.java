package io.gemba.sensors.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import io.gemba.message.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final Instant NOW = Instant.parse("2026-10-13T08:42:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private final LogConsumer log = new LogConsumer();
  private final Faults faults = new Faults();
  private final Inbox inbox = new Inbox(log, TestSites.demo(), CLOCK, faults);
  private long offset;

  /** A consumer whose log holds nothing that is old enough to be found by time. */
  private static final class LogConsumer extends MockConsumer<byte[], byte[]> {
    LogConsumer() {
      super("earliest");
      for (Topic topic : List.of(Topic.ORDERS, Topic.SIMULATION)) {
        Node[] none = new Node[0];
        updatePartitions(
            topic.topicName(), List.of(new PartitionInfo(topic.topicName(), 0, null, none, none)));
        updateEndOffsets(Map.of(new TopicPartition(topic.topicName(), 0), 0L));
        updateBeginningOffsets(Map.of(new TopicPartition(topic.topicName(), 0), 0L));
      }
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return Map.of();
    }
  }

  @BeforeEach
  void seek() {
    inbox.seek();
  }

  @Test
  void poll_commandAndOrder_areHandedOutOnceInOrder() {
    Order order = order();
    arrive(Topic.ORDERS, Json.write(order));
    arrive(Topic.SIMULATION, command("c-1", "v2", NOW, 5));

    inbox.poll(Duration.ZERO);

    assertThat(inbox.drain())
        .hasSize(2)
        .contains(new Inbox.Placed(order))
        .anyMatch(e -> e instanceof Inbox.Commanded c && c.command().id().equals("c-1"));
    assertThat(inbox.drain()).isEmpty();
  }

  @Test
  void poll_overRepeatedOrAimless_isLeftOut() {
    arrive(Topic.SIMULATION, command("over", "v2", NOW.minusSeconds(300), 5));
    arrive(Topic.SIMULATION, command("fresh", "v2", NOW.minusSeconds(299), 5));
    arrive(Topic.SIMULATION, command("fresh", "v2", NOW, 5));
    arrive(Topic.SIMULATION, command("aimless", "v99", NOW, 5));

    inbox.poll(Duration.ZERO);

    assertThat(inbox.drain())
        .singleElement()
        .satisfies(e -> assertThat(((Inbox.Commanded) e).command().id()).isEqualTo("fresh"));
  }

  @Test
  void poll_unreadable_isLeftOutAndTheNextPasses() {
    arrive(Topic.SIMULATION, "{\"id\":".getBytes(UTF_8));
    arrive(Topic.ORDERS, "null".getBytes(UTF_8));
    arrive(Topic.SIMULATION, command("c-1", "v2", NOW, 5));

    inbox.poll(Duration.ZERO);

    assertThat(inbox.drain()).hasSize(1);
  }

  @Test
  void poll_bearingWear_isKnownToThePlant() {
    SimulationCommand wear =
        new SimulationCommand("c-1", Fault.BEARING_WEAR, "filler-2", NOW, 5, 1);
    arrive(Topic.SIMULATION, Json.write(wear));

    inbox.poll(Duration.ZERO);

    assertThat(faults.wear("filler-2", NOW.plusSeconds(60).toEpochMilli())).isEqualTo(1);
  }

  @Test
  void isCaughtUp_untilEverythingIsRead() {
    log.updateEndOffsets(Map.of(new TopicPartition(Topic.SIMULATION.topicName(), 0), 1L));
    assertThat(inbox.isCaughtUp()).isFalse();

    arrive(Topic.SIMULATION, command("c-1", "v2", NOW, 5));
    inbox.poll(Duration.ZERO);

    assertThat(inbox.isCaughtUp()).isTrue();
  }

  @Test
  void targets_eachFault_hasSome() {
    for (Fault fault : Fault.values()) {
      assertThat(Targets.of(fault, TestSites.demo())).isNotEmpty().doesNotHaveDuplicates();
    }
    assertThat(Targets.of(Fault.STUCK_SENSOR, TestSites.demo())).contains("filler-2/flow");
  }

  private void arrive(Topic topic, byte[] value) {
    log.addRecord(new ConsumerRecord<>(topic.topicName(), 0, offset++, new byte[0], value));
  }

  private static byte[] command(String id, String target, Instant at, double minutes) {
    return Json.write(new SimulationCommand(id, Fault.VAN_BREAKDOWN, target, at, minutes, 1));
  }

  private static Order order() {
    return new Order(
        "o-1",
        Order.Kind.DELIVERY,
        Order.Status.OPEN,
        "warehouse",
        "venray",
        NOW,
        NOW,
        NOW.plusSeconds(60),
        List.of(new Order.Line("feta", 3)),
        1,
        1,
        1,
        List.of());
  }
}

package io.gemba.sensors.simulation;

import io.gemba.message.Json;
import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Topic;
import io.gemba.sensors.simulation.DeviceClient.Message;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the simulated condition monitors: what they kept from before the start, then what
 * they read, over MQTT; and parts that failed and were replaced, over Kafka. Begins when the shops
 * are open, since a start has enough to do, with what the lives that were told do not know yet.
 * Heeds replacements that people tell. Kafka errors are waited out.
 */
final class ConditionFeed implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ConditionFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long TICK_MILLIS = 5_000;
  private static final long BETWEEN_PORTIONS_MILLIS = 50;

  private final Settings settings;
  private final Site site;
  private final Clock clock;
  private final DeviceClient device;
  private final BooleanSupplier mayBegin;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param device closed with this
   * @param mayBegin asked until it is so
   */
  ConditionFeed(
      Settings settings, Site site, Clock clock, DeviceClient device, BooleanSupplier mayBegin) {
    this.settings = settings;
    this.site = site;
    this.clock = clock;
    this.device = device;
    this.mayBegin = mayBegin;
  }

  @Override
  public void run() {
    if (WearHistories.machines(site).isEmpty()) {
      return;
    }
    try {
      while (!mayBegin.getAsBoolean() && !isClosedWithin(TICK_MILLIS / 5)) {}
      while (!isClosedWithin(0)) {
        try {
          runOnce();
        } catch (KafkaException e) {
          LOG.warn("Condition monitors lost Kafka ({}). Trying again.", e.getMessage());
          isClosedWithin(TICK_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closed.countDown();
    device.close();
  }

  private void runOnce() throws InterruptedException {
    ConditionModel model = new ConditionModel(site, settings.simulation().seed());
    Consumer<byte[], byte[]> replacements = Clients.reader(settings, "");
    try (TopicWriter writer = TopicWriter.open(settings, "gemba-simulation-condition")) {
      readAll(replacements, Topic.MACHINE_LIVES, () -> takeLives(replacements, model));
      readAll(replacements, Topic.PART_REPLACEMENTS, () -> take(replacements, model));
      send(model.begin(clock.millis()), writer);
      boolean isUpToDate = false;
      while (!isClosedWithin(isUpToDate ? TICK_MILLIS : BETWEEN_PORTIONS_MILLIS)) {
        if (isUpToDate) {
          take(replacements, model);
        }
        ConditionModel.Step step = model.step(clock.millis());
        send(step.replacements(), writer);
        device.publish(messages(step));
        isUpToDate = step.isUpToDate();
      }
    } finally {
      Clients.close(replacements);
    }
  }

  private void readAll(Consumer<byte[], byte[]> consumer, Topic topic, Runnable take)
      throws InterruptedException {
    List<TopicPartition> partitions = Clients.partitions(consumer, topic.topicName());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!isClosedWithin(0)
        && ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      take.run();
    }
  }

  private static void takeLives(Consumer<byte[], byte[]> consumer, ConditionModel model) {
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
      try {
        model.heard(Json.read(message.value(), MachineLife.class));
      } catch (IOException e) {
        LOG.debug("Life at {} is not readable and left out.", message.offset(), e);
      }
    }
  }

  private static void take(Consumer<byte[], byte[]> consumer, ConditionModel model) {
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
      try {
        model.replaced(Json.read(message.value(), PartReplacement.class));
      } catch (IOException e) {
        LOG.debug("Replacement at {} is not readable and left out.", message.offset(), e);
      }
    }
  }

  private static void send(List<PartReplacement> replacements, TopicWriter writer) {
    for (PartReplacement one : replacements) {
      writer.send(Topic.PART_REPLACEMENTS, one.machine(), Json.write(one));
    }
    writer.flush();
  }

  private List<Message> messages(ConditionModel.Step step) {
    return step.readings().stream().map(one -> PlantFeed.message(site.id(), one)).toList();
  }

  private boolean isClosedWithin(long millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }
}

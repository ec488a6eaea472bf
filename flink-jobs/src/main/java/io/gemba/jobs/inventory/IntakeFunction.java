package io.gemba.jobs.inventory;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns the messages of one topic into events; what the site does not know leaves by the side.
 *
 * @param <T> the message
 */
final class IntakeFunction<T> extends ProcessFunction<T, InventoryEvent> {
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", MessageTypes.of(DeadLetter.class));

  private static final long serialVersionUID = 1;

  private final Topic topic;
  private final Reader<T> reader;

  IntakeFunction(Topic topic, Reader<T> reader) {
    this.topic = topic;
    this.reader = reader;
  }

  /** Reads the events out of a message. */
  @FunctionalInterface
  interface Reader<T> extends Serializable {
    /**
     * What the message means, item by item.
     *
     * @throws IllegalArgumentException if the message cannot be used, with the reason
     */
    List<InventoryEvent> events(T message);
  }

  @Override
  public void processElement(T message, Context context, Collector<InventoryEvent> out) {
    List<InventoryEvent> events;
    try {
      events = reader.events(message);
    } catch (IllegalArgumentException e) {
      long now = context.timerService().currentProcessingTime();
      context.output(REFUSED, deadLetter(message, String.valueOf(e.getMessage()), now));
      return;
    }
    events.forEach(out::collect);
  }

  private DeadLetter deadLetter(T message, String reason, long nowMillis) {
    return new DeadLetter(
        Instant.ofEpochMilli(nowMillis),
        "inventory-job",
        topic.topicName(),
        "",
        null,
        reason,
        Json.write(message));
  }
}

package io.gemba.jobs.demand;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns the messages of one topic into what a place hears of its items; what cannot be used leaves
 * by the side.
 *
 * @param <T> the message
 */
final class NewsFunction<T> extends ProcessFunction<T, PlaceNews> {
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", MessageTypes.of(DeadLetter.class));

  private static final long serialVersionUID = 1;

  private final Topic topic;
  private final Reader<T> reader;

  NewsFunction(Topic topic, Reader<T> reader) {
    this.topic = topic;
    this.reader = reader;
  }

  /** Reads the news out of a message. */
  @FunctionalInterface
  interface Reader<T> extends Serializable {
    /**
     * What the message means for its place; empty if it means nothing.
     *
     * @throws IllegalArgumentException if the message cannot be used, with the reason
     */
    Optional<PlaceNews> news(T message, long nowMillis);
  }

  @Override
  public void processElement(T message, Context context, Collector<PlaceNews> out) {
    long now = context.timerService().currentProcessingTime();
    Optional<PlaceNews> news;
    try {
      news = reader.news(message, now);
    } catch (IllegalArgumentException e) {
      context.output(REFUSED, deadLetter(message, String.valueOf(e.getMessage()), now));
      return;
    }
    news.ifPresent(out::collect);
  }

  private DeadLetter deadLetter(T message, String reason, long nowMillis) {
    return new DeadLetter(
        Instant.ofEpochMilli(nowMillis),
        "demand-job",
        topic.topicName(),
        "",
        null,
        reason,
        Json.write(message));
  }
}

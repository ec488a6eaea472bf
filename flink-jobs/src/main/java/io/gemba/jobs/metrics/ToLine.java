package io.gemba.jobs.metrics;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.DeadLetter;
import io.gemba.message.Json;
import java.time.Clock;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Makes the line of a message; one whose time the store cannot say becomes a dead letter.
 *
 * @param <T> the message's type
 */
final class ToLine<T> extends ProcessFunction<T, String> {
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", MessageTypes.of(DeadLetter.class));

  private static final long serialVersionUID = 1;

  private final String topicName;
  private final SerializableFunction<T, String> line;
  private final Clock clock;

  ToLine(String topicName, SerializableFunction<T, String> line, Clock clock) {
    this.topicName = topicName;
    this.line = line;
    this.clock = clock;
  }

  @Override
  public void processElement(T message, Context context, Collector<String> out) {
    String made;
    try {
      made = line.apply(message);
    } catch (ArithmeticException e) {
      String reason = "The time is after 2262, which nanoseconds cannot say. Correct it.";
      context.output(
          REFUSED,
          new DeadLetter(
              clock.instant(), "metrics-job", topicName, "", null, reason, Json.write(message)));
      return;
    }
    out.collect(made);
  }
}

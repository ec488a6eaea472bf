package io.gemba.jobs.metrics;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.Refusals;
import io.gemba.message.DeadLetter;
import io.gemba.message.Topic;
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

  private final Refusals refusals;
  private final SerializableFunction<T, String> line;
  private final Clock clock;

  ToLine(Topic topic, SerializableFunction<T, String> line, Clock clock) {
    this.refusals = new Refusals("metrics-job", topic);
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
      context.output(REFUSED, refusals.of(message, null, reason, clock.instant()));
      return;
    }
    out.collect(made);
  }
}

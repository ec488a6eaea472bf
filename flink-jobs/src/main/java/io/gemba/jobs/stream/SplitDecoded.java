package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Messages go on, dead letters leave by the side.
 *
 * @param <T> the message's type
 */
final class SplitDecoded<T> extends ProcessFunction<Decoded<T>, T> {
  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", MessageTypes.of(DeadLetter.class));

  private static final long serialVersionUID = 1;

  @Override
  public void processElement(Decoded<T> decoded, Context context, Collector<T> out) {
    T message = decoded.message();
    @Nullable DeadLetter deadLetter = decoded.deadLetter();
    if (message != null) {
      out.collect(message);
    } else if (deadLetter != null) {
      context.output(DEAD_LETTERS, deadLetter);
    }
  }
}

package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import io.gemba.message.Topic;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns the messages of one topic into what they mean to a job; what cannot be used leaves by the
 * side.
 *
 * @param <T> the message
 * @param <E> what the job works with
 */
public final class IntakeFunction<T, E> extends ProcessFunction<T, E> {
  /** What cannot be used, with the reason. */
  public static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", MessageTypes.of(DeadLetter.class));

  private static final long serialVersionUID = 1;

  private final Refusals refusals;
  private final Reader<T, E> reader;

  /**
   * @param stage what the job is called in dead letters
   * @param topic the messages come from
   */
  public IntakeFunction(String stage, Topic topic, Reader<T, E> reader) {
    this.refusals = new Refusals(stage, topic);
    this.reader = reader;
  }

  /** Reads what a message means. */
  @FunctionalInterface
  public interface Reader<T, E> extends Serializable {
    /**
     * What the message means; nothing if it does not concern the job.
     *
     * @throws IllegalArgumentException if the message cannot be used, with the reason
     */
    List<E> read(T message, long nowMillis);
  }

  @Override
  public void processElement(T message, Context context, Collector<E> out) {
    long now = context.timerService().currentProcessingTime();
    List<E> meanings;
    try {
      meanings = reader.read(message, now);
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      context.output(REFUSED, refusals.of(message, null, reason, Instant.ofEpochMilli(now)));
      return;
    }
    meanings.forEach(out::collect);
  }
}

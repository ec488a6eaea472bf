package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * A topic as a job sees it.
 *
 * @param messages what could be read, with event times if the source was given any
 * @param deadLetters what could not; must be given to a sink
 * @param <T> the message's type
 */
public record Incoming<T>(DataStream<T> messages, DataStream<DeadLetter> deadLetters) {

  /**
   * Parts what could be read from what could not, with as many hands as read it.
   *
   * @param name of the source; name and uid of the operator follow from it
   */
  public static <T> Incoming<T> split(
      DataStream<Decoded<T>> decoded, String name, CodecType<T> type) {
    SingleOutputStreamOperator<T> messages =
        decoded
            .process(new SplitDecoded<T>())
            .setParallelism(decoded.getParallelism())
            .returns(type)
            .name(name + " readable")
            .uid(name + "-readable");
    return new Incoming<>(messages, messages.getSideOutput(SplitDecoded.DEAD_LETTERS));
  }

  /** This and another as one. */
  public Incoming<T> union(Incoming<T> other) {
    return new Incoming<>(messages.union(other.messages), deadLetters.union(other.deadLetters));
  }
}

package io.gemba.jobs.stream;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * How the time of a stream is told from its messages.
 *
 * @param millis event time of a message, epoch milliseconds
 * @param outOfOrder how far behind the latest message one may come without being late
 * @param idleAfter a partition silent for so long holds nobody back
 * @param ahead event times are taken for at most this much later than the record was written, so
 *     that one device with a wrong clock makes nothing else late
 * @param <T> the message's type
 */
public record EventTime<T>(
    Millis<T> millis, Duration outOfOrder, Duration idleAfter, Duration ahead) {

  /** Event time of a message. */
  @FunctionalInterface
  public interface Millis<T> extends Serializable {
    /** Epoch milliseconds. */
    long of(T message);
  }

  /** The usual bounds: 30 s out of order, idle after a minute, 5 minutes ahead. */
  public static <T> EventTime<T> of(Millis<T> millis) {
    return new EventTime<>(
        millis, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5));
  }

  /** The same times with other bounds. */
  public EventTime<T> within(Duration newOutOfOrder, Duration newIdleAfter) {
    return new EventTime<>(millis, newOutOfOrder, newIdleAfter, ahead);
  }

  WatermarkStrategy<Decoded<T>> watermarks() {
    Millis<T> time = millis;
    long aheadMillis = ahead.toMillis();
    return WatermarkStrategy.<Decoded<T>>forBoundedOutOfOrderness(outOfOrder)
        .withTimestampAssigner((decoded, written) -> timestamp(decoded, written, time, aheadMillis))
        .withIdleness(idleAfter);
  }

  private static <T> long timestamp(
      Decoded<T> decoded, long writtenMillis, Millis<T> time, long aheadMillis) {
    T message = decoded.message();
    // a dead letter has no time of its own and must not move the watermark
    return message == null
        ? Long.MIN_VALUE
        : Math.min(time.of(message), writtenMillis + aheadMillis);
  }
}

package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a topic: a message, or a dead letter. Exactly one of the two is set.
 *
 * @param message null when the record could not be read
 * @param deadLetter null when it could
 * @param <T> the message's type
 */
public record Decoded<T>(@Nullable T message, @Nullable DeadLetter deadLetter) {

  /** A message. */
  public static <T> Decoded<T> of(T message) {
    return new Decoded<>(message, null);
  }

  /** A dead letter. */
  public static <T> Decoded<T> refused(DeadLetter deadLetter) {
    return new Decoded<>(null, deadLetter);
  }

  /** The type information that a source of these must be given. */
  public static <T> TypeInformation<Decoded<T>> type(Class<T> message) {
    return new DecodedCodec<>(MessageTypes.codec(message)).flinkType();
  }
}

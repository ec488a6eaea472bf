package io.gemba.jobs.stream;

import io.gemba.message.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a topic: a message, or a dead letter. Exactly one of the two is set.
 *
 * @param message null when the record could not be read
 * @param deadLetter null when it could
 * @param <T> the message's type
 */
public record Decoded<T>(@Nullable T message, @Nullable DeadLetter deadLetter) {

  static <T> Decoded<T> of(T message) {
    return new Decoded<>(message, null);
  }

  static <T> Decoded<T> refused(DeadLetter deadLetter) {
    return new Decoded<>(null, deadLetter);
  }
}

package io.gemba.jobs.stream;

import java.io.IOException;
import java.io.Serializable;

/**
 * Reads a message from the bytes of a topic.
 *
 * @param <T> the message's type
 */
@FunctionalInterface
interface Decoder<T> extends Serializable {

  /**
   * Reads a message.
   *
   * @throws IOException naming what is wrong when the bytes are no such message
   */
  T decode(byte[] bytes) throws IOException;
}

package io.gemba.jobs.stream;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How a type is written between operators and in state. Implementations have no state of their own
 * but what identifies the type, and are thread safe.
 *
 * @param <T> the type
 */
public interface Codec<T> extends Serializable {

  /** The type that is written. */
  Class<T> type();

  /** Writes a value in the newest layout. */
  void write(T value, DataOutputView out) throws IOException;

  /**
   * Reads a value.
   *
   * @param layout the {@link #layout()} it was written with, never newer than this codec's
   */
  T read(DataInputView in, int layout) throws IOException;

  /** Rises when the layout changes; state of an older layout is then read by its number. */
  default int layout() {
    return 1;
  }

  /** Whether a value never changes. */
  default boolean isImmutable() {
    return true;
  }

  /**
   * A value that shares nothing changeable with the given one; the value itself if it never
   * changes, else what is read from its bytes.
   */
  default T copy(T value) {
    if (isImmutable()) {
      return value;
    }
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    try {
      write(value, out);
      return read(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()), layout());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  /** Names the layout's family: two codecs of one name can read each other's older layouts. */
  default String name() {
    return getClass().getName() + ":" + type().getName();
  }

  /** The type information that hands this codec to Flink. */
  default CodecType<T> flinkType() {
    return new CodecType<>(this);
  }
}

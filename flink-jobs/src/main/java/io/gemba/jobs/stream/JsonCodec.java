package io.gemba.jobs.stream;

import io.gemba.message.Json;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes a message as the JSON it has on its topic, with its length before it. Right for messages
 * that are few; new fields need no new layout.
 *
 * @param type an immutable record that {@link Json} reads and writes
 * @param <T> the type
 */
public record JsonCodec<T>(Class<T> type) implements Codec<T> {

  @Override
  public void write(T value, DataOutputView out) throws IOException {
    byte[] bytes = Json.write(value);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public T read(DataInputView in, int layout) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return Json.read(bytes, type);
  }
}

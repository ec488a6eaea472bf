package io.gemba.sensors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;

/** State as bytes, as a checkpoint keeps it. */
public final class TestBytes {
  private TestBytes() {}

  /** What can write itself. */
  public interface State {
    void write(DataOutput out) throws IOException;
  }

  public static byte[] of(State state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  public static DataInput in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  public static DataInput in(State state) throws IOException {
    return in(of(state));
  }
}

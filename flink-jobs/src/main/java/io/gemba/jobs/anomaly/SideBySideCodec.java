package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.maintenance.SideBySide;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** What waits writes itself. */
record SideBySideCodec() implements Codec<SideBySide> {
  private static final int USUAL_BYTES = 1_024;

  @Override
  public Class<SideBySide> type() {
    return SideBySide.class;
  }

  @Override
  public int layout() {
    return SideBySide.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public SideBySide copy(SideBySide waiting) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
      waiting.write(out);
      return SideBySide.read(new DataInputDeserializer(out.getCopyOfBuffer()), layout());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public void write(SideBySide waiting, DataOutputView out) throws IOException {
    waiting.write(out);
  }

  @Override
  public SideBySide read(DataInputView in, int layout) throws IOException {
    return SideBySide.read(in, layout);
  }
}

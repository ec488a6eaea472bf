package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.maintenance.SideBySide;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What waits writes itself. */
record SideBySideCodec() implements Codec<SideBySide> {

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
  public void write(SideBySide waiting, DataOutputView out) throws IOException {
    waiting.write(out);
  }

  @Override
  public SideBySide read(DataInputView in, int layout) throws IOException {
    return SideBySide.read(in, layout);
  }
}

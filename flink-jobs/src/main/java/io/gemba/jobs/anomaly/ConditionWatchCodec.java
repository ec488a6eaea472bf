package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.maintenance.ConditionWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** The watch writes itself. */
record ConditionWatchCodec() implements Codec<ConditionWatch> {
  private static final int USUAL_BYTES = 4_096;

  @Override
  public Class<ConditionWatch> type() {
    return ConditionWatch.class;
  }

  @Override
  public int layout() {
    return ConditionWatch.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public ConditionWatch copy(ConditionWatch watch) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
      watch.write(out);
      return ConditionWatch.read(new DataInputDeserializer(out.getCopyOfBuffer()), layout());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public void write(ConditionWatch watch, DataOutputView out) throws IOException {
    watch.write(out);
  }

  @Override
  public ConditionWatch read(DataInputView in, int layout) throws IOException {
    return ConditionWatch.read(in, layout);
  }
}

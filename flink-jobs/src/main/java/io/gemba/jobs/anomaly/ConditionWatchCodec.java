package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.maintenance.ConditionWatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The watch writes itself. */
record ConditionWatchCodec() implements Codec<ConditionWatch> {

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
  public void write(ConditionWatch watch, DataOutputView out) throws IOException {
    watch.write(out);
  }

  @Override
  public ConditionWatch read(DataInputView in, int layout) throws IOException {
    return ConditionWatch.read(in, layout);
  }
}

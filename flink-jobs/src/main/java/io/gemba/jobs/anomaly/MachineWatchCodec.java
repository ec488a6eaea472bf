package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.detect.MachineWatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The watch writes itself. */
record MachineWatchCodec() implements Codec<MachineWatch> {

  @Override
  public Class<MachineWatch> type() {
    return MachineWatch.class;
  }

  @Override
  public int layout() {
    return MachineWatch.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public void write(MachineWatch watch, DataOutputView out) throws IOException {
    watch.write(out);
  }

  @Override
  public MachineWatch read(DataInputView in, int layout) throws IOException {
    return MachineWatch.read(in, layout);
  }
}

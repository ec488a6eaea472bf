package io.gemba.jobs.production;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.production.MachineWatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** One time, then the watch. */
record MachineEntryCodec() implements Codec<MachineEntry> {

  @Override
  public Class<MachineEntry> type() {
    return MachineEntry.class;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public int layout() {
    return MachineWatch.LAYOUT;
  }

  @Override
  public void write(MachineEntry entry, DataOutputView out) throws IOException {
    out.writeLong(entry.tickAtMillis);
    entry.watch.write(out);
  }

  @Override
  public MachineEntry read(DataInputView in, int layout) throws IOException {
    long tickAtMillis = in.readLong();
    MachineEntry entry = new MachineEntry(MachineWatch.read(in, layout));
    entry.tickAtMillis = tickAtMillis;
    return entry;
  }
}

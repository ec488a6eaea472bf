package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.detect.SensorWatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Three times, then the watch. */
record SensorEntryCodec() implements Codec<SensorEntry> {

  @Override
  public Class<SensorEntry> type() {
    return SensorEntry.class;
  }

  @Override
  public int layout() {
    return SensorWatch.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public void write(SensorEntry entry, DataOutputView out) throws IOException {
    out.writeLong(entry.arrivedMillis);
    out.writeLong(entry.statusAtMillis);
    out.writeLong(entry.silentAtMillis);
    entry.watch.write(out);
  }

  @Override
  public SensorEntry read(DataInputView in, int layout) throws IOException {
    long arrivedMillis = in.readLong();
    long statusAtMillis = in.readLong();
    long silentAtMillis = in.readLong();
    SensorEntry entry = new SensorEntry(SensorWatch.read(in, layout));
    entry.arrivedMillis = arrivedMillis;
    entry.statusAtMillis = statusAtMillis;
    entry.silentAtMillis = silentAtMillis;
    return entry;
  }
}

package io.gemba.jobs.production;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.production.LineWatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** One time, then the watch. */
record LineEntryCodec() implements Codec<LineEntry> {

  @Override
  public Class<LineEntry> type() {
    return LineEntry.class;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public int layout() {
    return LineWatch.LAYOUT;
  }

  @Override
  public void write(LineEntry entry, DataOutputView out) throws IOException {
    out.writeLong(entry.tickAtMillis);
    entry.watch.write(out);
  }

  @Override
  public LineEntry read(DataInputView in, int layout) throws IOException {
    long tickAtMillis = in.readLong();
    LineEntry entry = new LineEntry(LineWatch.read(in, layout));
    entry.tickAtMillis = tickAtMillis;
    return entry;
  }
}

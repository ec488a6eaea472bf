package io.gemba.jobs.metrics;

import io.gemba.jobs.stream.Codec;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How {@link SeriesErrors} are kept: 16 bytes, and 72 a day with 8 for each of its sales. */
record SeriesErrorsCodec() implements Codec<SeriesErrors> {
  /** Days also keep what the model said. */
  private static final int WITH_MODEL = 2;

  @Override
  public int layout() {
    return WITH_MODEL;
  }

  @Override
  public Class<SeriesErrors> type() {
    return SeriesErrors.class;
  }

  @Override
  public void write(SeriesErrors value, DataOutputView out) throws IOException {
    out.writeInt(value.latestOrigin());
    out.writeInt(value.firstDemand());
    out.writeInt(value.latestDemand());
    out.writeInt(value.days().size());
    for (Map.Entry<Integer, Day> entry : value.days().entrySet()) {
      out.writeInt(entry.getKey());
      entry.getValue().write(out);
    }
  }

  @Override
  public SeriesErrors read(DataInputView in, int layout) throws IOException {
    int latestOrigin = in.readInt();
    int firstDemand = in.readInt();
    int latestDemand = in.readInt();
    int size = in.readInt();
    TreeMap<Integer, Day> days = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      days.put(in.readInt(), Day.read(in, layout >= WITH_MODEL));
    }
    return new SeriesErrors(days, latestOrigin, firstDemand, latestDemand);
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public SeriesErrors copy(SeriesErrors value) {
    TreeMap<Integer, Day> days = new TreeMap<>();
    value.days().forEach((day, known) -> days.put(day, known.copy()));
    return new SeriesErrors(days, value.latestOrigin(), value.firstDemand(), value.latestDemand());
  }
}

package io.gemba.jobs.production;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.control.ScrapChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** The hours and the centre line. */
record ScrapChartCodec() implements Codec<ScrapChart> {
  private static final int USUAL_BYTES = 1_024;

  @Override
  public Class<ScrapChart> type() {
    return ScrapChart.class;
  }

  @Override
  public int layout() {
    return ScrapChart.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public ScrapChart copy(ScrapChart chart) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
      chart.write(out);
      return ScrapChart.read(new DataInputDeserializer(out.getCopyOfBuffer()), layout());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public void write(ScrapChart chart, DataOutputView out) throws IOException {
    chart.write(out);
  }

  @Override
  public ScrapChart read(DataInputView in, int layout) throws IOException {
    return ScrapChart.read(in, layout);
  }
}

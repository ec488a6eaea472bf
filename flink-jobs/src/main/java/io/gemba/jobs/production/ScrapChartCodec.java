package io.gemba.jobs.production;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.control.ScrapChart;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The hours and the centre line. */
record ScrapChartCodec() implements Codec<ScrapChart> {
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
  public void write(ScrapChart chart, DataOutputView out) throws IOException {
    chart.write(out);
  }

  @Override
  public ScrapChart read(DataInputView in, int layout) throws IOException {
    return ScrapChart.read(in, layout);
  }
}

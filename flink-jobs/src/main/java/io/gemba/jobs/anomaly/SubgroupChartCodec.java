package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.control.SubgroupChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** The chart with its plan. */
record SubgroupChartCodec() implements Codec<SubgroupChart> {
  private static final int USUAL_BYTES = 1_024;

  @Override
  public Class<SubgroupChart> type() {
    return SubgroupChart.class;
  }

  @Override
  public int layout() {
    return SubgroupChart.LAYOUT;
  }

  @Override
  public boolean isImmutable() {
    return false;
  }

  @Override
  public SubgroupChart copy(SubgroupChart chart) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
      chart.write(out);
      return SubgroupChart.read(new DataInputDeserializer(out.getCopyOfBuffer()), layout());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }

  @Override
  public void write(SubgroupChart chart, DataOutputView out) throws IOException {
    chart.write(out);
  }

  @Override
  public SubgroupChart read(DataInputView in, int layout) throws IOException {
    return SubgroupChart.read(in, layout);
  }
}

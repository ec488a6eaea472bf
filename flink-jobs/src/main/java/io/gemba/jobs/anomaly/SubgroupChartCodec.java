package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.Codec;
import io.gemba.sensors.control.SubgroupChart;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The chart with its plan. */
record SubgroupChartCodec() implements Codec<SubgroupChart> {

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
  public void write(SubgroupChart chart, DataOutputView out) throws IOException {
    chart.write(out);
  }

  @Override
  public SubgroupChart read(DataInputView in, int layout) throws IOException {
    return SubgroupChart.read(in, layout);
  }
}

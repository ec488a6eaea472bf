package io.gemba.jobs.production;

import static java.util.Objects.requireNonNull;

import io.gemba.message.ControlChart;
import io.gemba.message.ProductionWindow;
import io.gemba.sensors.control.ScrapChart;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives every machine its {@link ScrapChart}: production windows in, the chart out when an hour is
 * over. State: about 1 KiB a machine of the site file, kept for ever.
 */
final class ScrapOperator extends KeyedProcessFunction<String, ProductionWindow, ControlChart> {
  private static final long serialVersionUID = 1;

  private transient @Nullable ValueState<ScrapChart> charts;

  @Override
  public void open(OpenContext context) {
    charts =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("chart", new ScrapChartCodec().flinkType()));
  }

  @Override
  public void processElement(ProductionWindow window, Context context, Collector<ControlChart> out)
      throws IOException {
    ValueState<ScrapChart> state = requireNonNull(charts);
    ScrapChart known = state.value();
    ScrapChart chart = known == null ? new ScrapChart() : known;
    ControlChart next = chart.observe(window);
    if (next != null) {
      state.update(chart);
      out.collect(next);
    }
  }
}

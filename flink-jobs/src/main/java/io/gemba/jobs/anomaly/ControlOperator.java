package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNull;

import io.gemba.message.ControlChart;
import io.gemba.message.Reading;
import io.gemba.sensors.control.ControlPlan;
import io.gemba.sensors.control.SubgroupChart;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives every sensor that has a plan its {@link SubgroupChart}: trusted readings in, the chart out
 * at each new point. A changed plan begins a new chart. State: about 1 KiB a sensor with a plan;
 * others never get state.
 */
final class ControlOperator extends KeyedProcessFunction<String, Reading, ControlChart> {
  private static final long serialVersionUID = 1;

  private final Map<String, ControlPlan> plans;
  private transient @Nullable ValueState<SubgroupChart> charts;

  ControlOperator(Map<String, ControlPlan> plans) {
    this.plans = Map.copyOf(plans);
  }

  @Override
  public void open(OpenContext context) {
    charts =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("chart", new SubgroupChartCodec().flinkType()));
  }

  @Override
  public void processElement(Reading reading, Context context, Collector<ControlChart> out)
      throws IOException {
    ControlPlan plan = plans.get(reading.sensor());
    if (plan == null) {
      return;
    }
    ValueState<SubgroupChart> state = requireNonNull(charts);
    SubgroupChart known = state.value();
    SubgroupChart chart =
        known != null && known.plan().equals(plan) ? known : new SubgroupChart(plan);
    ControlChart next = chart.observe(reading.sensor(), reading.atMillis(), reading.value());
    state.update(chart);
    if (next != null) {
      out.collect(next);
    }
  }
}

package io.gemba.jobs.production;

import static java.util.Objects.requireNonNull;

import io.gemba.message.CapacityLoss;
import io.gemba.sensors.production.LineClaims;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives every line its {@link LineClaims}: what single machines lose in, what each may claim of
 * what the line makes out. State: at most 10 KiB a line of the site file, kept for ever.
 */
final class LineLossOperator extends KeyedProcessFunction<String, CapacityLoss, CapacityLoss> {
  private static final long serialVersionUID = 1;

  private final Map<String, Double> unitsPerHour;
  private transient @Nullable ValueState<LineClaims> lines;

  /**
   * @param unitsPerHour of each line, by id
   */
  LineLossOperator(Map<String, Double> unitsPerHour) {
    this.unitsPerHour = Map.copyOf(unitsPerHour);
  }

  @Override
  public void open(OpenContext context) {
    lines =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("claims", new LineClaimsCodec().flinkType()));
  }

  @Override
  public void processElement(CapacityLoss loss, Context context, Collector<CapacityLoss> out)
      throws IOException {
    ValueState<LineClaims> state = requireNonNull(lines);
    LineClaims known = state.value();
    LineClaims line = known == null ? new LineClaims() : known;
    line.take(loss, unitsPerHour.getOrDefault(loss.line(), 0.0)).forEach(out::collect);
    state.update(line);
  }
}

package io.gemba.jobs.production;

import static java.util.Objects.requireNonNull;

import io.gemba.message.Bottleneck;
import io.gemba.message.MachineState;
import io.gemba.sensors.production.HourClock;
import io.gemba.sensors.production.LineSite;
import io.gemba.sensors.production.LineWatch;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Gives every line its {@link LineWatch}: states of its machines in the order of arrival,
 * bottlenecks out. What is unusable of the states {@link MachineOperator} says.
 *
 * <p>State: about 40 bytes a message of the last three hours, and one timer. Lines of the site file
 * are kept for ever; others never get state.
 */
final class LineOperator extends KeyedProcessFunction<String, MachineState, Bottleneck> {
  static final long TICK_MILLIS = 5_000;

  private static final long serialVersionUID = 1;

  private final HourClock clock;
  private transient @Nullable ValueState<LineEntry> lines;

  LineOperator(HourClock clock) {
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    lines =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("line", new LineEntryCodec().flinkType()));
  }

  @Override
  public void processElement(MachineState message, Context context, Collector<Bottleneck> out)
      throws IOException {
    if (context.getCurrentKey().equals(LineOfMachine.NONE)) {
      return;
    }
    ValueState<LineEntry> state = requireNonNull(lines);
    LineEntry known = state.value();
    LineEntry entry = known == null ? new LineEntry(new LineWatch()) : known;
    long nowMillis = context.timerService().currentProcessingTime();
    entry.watch.observe(message, nowMillis, site(context.getCurrentKey()), out::collect);
    keep(entry, nowMillis, context);
  }

  @Override
  public void onTimer(long atMillis, OnTimerContext context, Collector<Bottleneck> out)
      throws IOException {
    ValueState<LineEntry> state = requireNonNull(lines);
    LineEntry entry = state.value();
    if (entry == null) {
      return;
    }
    long nowMillis = context.timerService().currentProcessingTime();
    boolean again = entry.watch.tick(nowMillis, site(context.getCurrentKey()), out::collect);
    entry.tickAtMillis = LineEntry.NEVER;
    if (again) {
      keep(entry, nowMillis, context);
    } else {
      state.update(entry);
    }
  }

  private LineSite site(String line) {
    return new LineSite(line, clock);
  }

  private void keep(LineEntry entry, long nowMillis, Context context) throws IOException {
    if (entry.tickAtMillis == LineEntry.NEVER) {
      entry.tickAtMillis = nowMillis + TICK_MILLIS;
      context.timerService().registerProcessingTimeTimer(entry.tickAtMillis);
    }
    requireNonNull(lines).update(entry);
  }
}

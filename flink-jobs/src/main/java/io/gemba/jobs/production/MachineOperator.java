package io.gemba.jobs.production;

import static java.util.Objects.requireNonNull;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.Refusals;
import io.gemba.message.CapacityLoss;
import io.gemba.message.DeadLetter;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Topic;
import io.gemba.sensors.production.MachineSite;
import io.gemba.sensors.production.MachineWatch;
import io.gemba.sensors.production.ProductionOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives every machine its {@link MachineWatch}: states and alarms in the order of arrival, windows
 * out, capacity losses and unusable messages by the side.
 *
 * <p>State: up to 90 KiB a machine that reports every five seconds (see {@link MachineWatch}) and
 * one timer. Machines of the site file are kept for ever; others never get state.
 */
final class MachineOperator
    extends KeyedCoProcessFunction<String, MachineState, Episode, ProductionWindow> {
  static final OutputTag<CapacityLoss> LOSSES =
      new OutputTag<>("capacity-losses", MessageTypes.of(CapacityLoss.class));
  static final OutputTag<DeadLetter> UNUSABLE =
      new OutputTag<>("unusable", MessageTypes.of(DeadLetter.class));
  static final long TICK_MILLIS = 5_000;

  private static final Refusals OF_STATES =
      new Refusals(ProductionMain.JOB + "-job", Topic.MACHINE_STATES);

  private static final long serialVersionUID = 1;

  private final Map<String, MachineSite> machineSites;
  private transient @Nullable ValueState<MachineEntry> machines;

  MachineOperator(Map<String, MachineSite> machineSites) {
    this.machineSites = Map.copyOf(machineSites);
  }

  @Override
  public void open(OpenContext context) {
    machines =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("machine", new MachineEntryCodec().flinkType()));
  }

  @Override
  public void processElement1(
      MachineState message, Context context, Collector<ProductionWindow> out) throws IOException {
    MachineSite site = machineSites.get(message.machine());
    if (site == null) {
      refuse(message, "machine " + message.machine() + " is not in the site file.", context);
      return;
    }
    long nowMillis = context.timerService().currentProcessingTime();
    MachineEntry entry = entry();
    MachineWatch.Verdict verdict =
        entry.watch.observe(message, nowMillis, site, output(context, out));
    switch (verdict) {
      case TAKEN, DUPLICATE -> {}
      case TOO_LATE -> refuse(message, "at (" + message.at() + ") is of a final hour.", context);
      case AHEAD -> refuse(message, "at (" + message.at() + ") is in the future.", context);
    }
    keep(entry, nowMillis, context);
  }

  @Override
  public void processElement2(Episode episode, Context context, Collector<ProductionWindow> out)
      throws IOException {
    MachineSite site = machineSites.get(episode.machine());
    if (site == null) {
      return;
    }
    long nowMillis = context.timerService().currentProcessingTime();
    MachineEntry entry = entry();
    entry.watch.observe(episode, nowMillis, site, output(context, out));
    keep(entry, nowMillis, context);
  }

  @Override
  public void onTimer(long atMillis, OnTimerContext context, Collector<ProductionWindow> out)
      throws IOException {
    ValueState<MachineEntry> state = requireNonNull(machines);
    MachineEntry entry = state.value();
    MachineSite site = machineSites.get(context.getCurrentKey());
    if (entry == null || site == null) {
      return;
    }
    long nowMillis = context.timerService().currentProcessingTime();
    boolean again = entry.watch.tick(nowMillis, site, output(context, out));
    entry.tickAtMillis = MachineEntry.NEVER;
    if (again) {
      keep(entry, nowMillis, context);
    } else {
      state.update(entry);
    }
  }

  private MachineEntry entry() throws IOException {
    MachineEntry entry = requireNonNull(machines).value();
    return entry == null ? new MachineEntry(new MachineWatch()) : entry;
  }

  private void keep(MachineEntry entry, long nowMillis, Context context) throws IOException {
    if (entry.tickAtMillis == MachineEntry.NEVER) {
      entry.tickAtMillis = nowMillis + TICK_MILLIS;
      context.timerService().registerProcessingTimeTimer(entry.tickAtMillis);
    }
    requireNonNull(machines).update(entry);
  }

  private void refuse(MachineState message, String reason, Context context) {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    context.output(UNUSABLE, OF_STATES.of(message, message.machine(), reason, now));
  }

  private static ProductionOutput output(Context context, Collector<ProductionWindow> out) {
    return new ProductionOutput() {
      @Override
      public void window(ProductionWindow window) {
        out.collect(window);
      }

      @Override
      public void loss(CapacityLoss loss) {
        context.output(LOSSES, loss);
      }
    };
  }
}

package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNull;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.Refusals;
import io.gemba.maintenance.ConditionWatch;
import io.gemba.maintenance.LifeModel;
import io.gemba.maintenance.SideBySide;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.DeadLetter;
import io.gemba.message.MachineLife;
import io.gemba.message.Reading;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives every wearing part its {@link ConditionWatch}: trusted readings and replacements in, what
 * is left of it out after every cycle, and at once when a model is announced. Readings are put
 * {@link SideBySide} first, so that what was sent while nobody listened counts as if somebody had.
 *
 * <p>Models are broadcast state, one a name, the newest counts whichever came first. One that no
 * part can use is refused with its reason; one that some cannot is kept for the others.
 *
 * <p>State: about 300 bytes a sensor of a wearing part of the site file, kept for ever, one timer
 * while readings wait, and those; a part whose sensors or cycle have changed there is watched anew.
 */
final class LifeOperator
    extends KeyedBroadcastProcessFunction<String, ConditionEvent, TrainedModel, MachineLife> {
  /** The newest model of each name. */
  static final MapStateDescriptor<String, TrainedModel> MODELS =
      new MapStateDescriptor<>("life-models", Types.STRING, MessageTypes.of(TrainedModel.class));

  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-models", MessageTypes.of(DeadLetter.class));

  private static final ValueStateDescriptor<ConditionWatch> WATCHES =
      new ValueStateDescriptor<>("condition", new ConditionWatchCodec().flinkType());

  private static final ValueStateDescriptor<SideBySide> WAITING =
      new ValueStateDescriptor<>("side-by-side", new SideBySideCodec().flinkType());

  private static final Refusals OF_MODELS = new Refusals(AnomalyMain.JOB + "-job", Topic.MODELS);

  private static final long serialVersionUID = 1;

  private final Map<String, WatchedPart> parts;
  private transient @Nullable LifeModels models;
  private transient @Nullable ValueState<ConditionWatch> watches;
  private transient @Nullable ValueState<SideBySide> waiting;

  LifeOperator(Map<String, WatchedPart> parts) {
    this.parts = Map.copyOf(parts);
  }

  @Override
  public void open(OpenContext context) {
    models = new LifeModels();
    watches = getRuntimeContext().getState(WATCHES);
    waiting = getRuntimeContext().getState(WAITING);
  }

  @Override
  public void processElement(
      ConditionEvent event, ReadOnlyContext context, Collector<MachineLife> out) throws Exception {
    WatchedPart part = requireNonNull(parts.get(event.machine()));
    ConditionWatch watch = watch(part);
    if (event.replaced() != null) {
      watch.replaced(event.replaced().at().toEpochMilli());
    }
    Reading reading = event.reading();
    if (reading != null) {
      SideBySide order = waiting(part);
      int sensor = part.needed().indexOf(sensor(reading, part));
      long nowMillis = context.currentProcessingTime();
      order.add(new SideBySide.Ready(sensor, reading.atMillis(), reading.value()), nowMillis);
      observe(part, watch, order, context, out);
      keep(order, context.timerService());
    }
    requireNonNull(watches).update(watch);
  }

  /** Readings have waited long enough for a sensor that is silent. */
  @Override
  public void onTimer(long atMillis, OnTimerContext context, Collector<MachineLife> out)
      throws Exception {
    WatchedPart part = parts.get(context.getCurrentKey());
    if (part == null) { // no longer in the site file
      requireNonNull(waiting).clear();
      return;
    }
    ConditionWatch watch = watch(part);
    SideBySide order = waiting(part);
    order.rang();
    observe(part, watch, order, context, out);
    keep(order, context.timerService());
    requireNonNull(watches).update(watch);
  }

  private void observe(
      WatchedPart part,
      ConditionWatch watch,
      SideBySide order,
      ReadOnlyContext context,
      Collector<MachineLife> out)
      throws Exception {
    long nowMillis = context.currentProcessingTime();
    for (SideBySide.Ready one = order.poll(nowMillis); one != null; one = order.poll(nowMillis)) {
      if (watch.observe(part, part.needed().get(one.sensor()), one.atMillis(), one.value())) {
        tell(part, watch, context.getBroadcastState(MODELS).get(part.model()), out);
      }
    }
  }

  private void keep(SideBySide order, TimerService timers) throws IOException {
    long alarmMillis = order.alarmMillis();
    if (alarmMillis != Long.MIN_VALUE) {
      timers.registerProcessingTimeTimer(alarmMillis);
    }
    requireNonNull(waiting).update(order);
  }

  private ConditionWatch watch(WatchedPart part) throws IOException {
    ConditionWatch known = requireNonNull(watches).value();
    return known != null && known.isOf(part) ? known : new ConditionWatch(part);
  }

  private SideBySide waiting(WatchedPart part) throws IOException {
    SideBySide known = requireNonNull(waiting).value();
    int sensors = part.needed().size();
    return known != null && known.sensors() == sensors ? known : new SideBySide(sensors);
  }

  @Override
  public void processBroadcastElement(
      TrainedModel announced, Context context, Collector<MachineLife> out) throws Exception {
    if (announced.kind() != TrainedModel.Kind.LIFE) {
      return;
    }
    LifeModels.Judged judged = LifeModels.judge(announced, parts.values());
    boolean speaks = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    Instant now = Instant.ofEpochMilli(context.currentProcessingTime());
    for (String refusal : speaks ? judged.refusals() : List.<String>of()) {
      context.output(REFUSED, OF_MODELS.of(announced, announced.key(), refusal, now));
    }
    TrainedModel current = context.getBroadcastState(MODELS).get(announced.name());
    if (!judged.isOfUse() || (current != null && !announced.replaces(current))) {
      return;
    }
    context.getBroadcastState(MODELS).put(announced.name(), announced);
    context.applyToKeyedState(
        WATCHES,
        (machine, state) -> {
          WatchedPart part = parts.get(machine);
          ConditionWatch watch = state.value();
          if (part != null && part.model().equals(announced.name()) && watch.isOf(part)) {
            tell(part, watch, announced, out);
          }
        });
  }

  private void tell(
      WatchedPart part,
      ConditionWatch watch,
      @Nullable TrainedModel announced,
      Collector<MachineLife> out)
      throws IOException {
    LifeModel model = requireNonNull(models).of(announced, part);
    if (model != null && watch.cycles() > 0) {
      out.collect(watch.life(part, model));
    }
  }

  private static String sensor(Reading reading, WatchedPart part) {
    return reading.sensor().substring(part.machine().length() + 1);
  }
}

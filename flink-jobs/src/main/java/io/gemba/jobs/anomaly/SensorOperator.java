package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNull;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.quality.Limits;
import io.gemba.sensors.quality.Verdict;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives every sensor its {@link SensorWatch}: readings in the order of arrival and {@link
 * SensorNote notes} of what else is known of it, episodes out, how the sensor does and the readings
 * that are trusted by the side.
 *
 * <p>Event times never meet a watermark here: each sensor lives by its own, so last year's replay
 * runs beside live sensors. Only silence is judged by the clock on the wall: a restart gives every
 * sensor its full time again, and while nothing at all is heard, which is rather our doing than
 * that of all sensors, it is told {@value #NOTHING_HEARD_MILLIS} ms later.
 *
 * <p>State: about 7 KiB a sensor plus two timers. Sensors of the site file are kept for ever;
 * others are forgotten after {@value #FORGET_UNKNOWN_MILLIS} ms of silence.
 */
final class SensorOperator extends KeyedCoProcessFunction<String, Reading, SensorNote, Episode> {
  static final OutputTag<SensorStatus> STATUS =
      new OutputTag<>("sensor-status", MessageTypes.of(SensorStatus.class));
  static final OutputTag<Reading> TRUSTED =
      new OutputTag<>("trusted-readings", MessageTypes.of(Reading.class));
  static final long STATUS_EVERY_MILLIS = 2_000;
  static final long FORGET_UNKNOWN_MILLIS = 600_000;
  static final long NOTHING_HEARD_MILLIS = 60_000;

  private static final long HEARD_LATELY_MILLIS = 5_000;

  private static final long serialVersionUID = 1;

  private final Map<String, Limits> limits;
  private transient @Nullable ValueState<SensorEntry> sensors;
  private transient long startedMillis;
  private transient long heardMillis;

  SensorOperator(Map<String, Limits> limits) {
    this.limits = Map.copyOf(limits);
  }

  @Override
  public void open(OpenContext context) {
    sensors =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("sensor", new SensorEntryCodec().flinkType()));
    startedMillis = Long.MIN_VALUE;
    heardMillis = 0;
  }

  @Override
  public void processElement1(Reading reading, Context context, Collector<Episode> out)
      throws IOException {
    TimerService timers = context.timerService();
    long nowMillis = timers.currentProcessingTime();
    ValueState<SensorEntry> state = requireNonNull(sensors);
    SensorEntry entry = state.value();
    boolean first = entry == null || !entry.hasReadings();
    if (entry == null) {
      entry = new SensorEntry(new SensorWatch());
    }
    Limits known = limits.get(reading.sensor());
    entry.watch.startedAt(started(nowMillis));
    if (entry.watch.observe(reading, known, out::collect) == Verdict.TRUSTED) {
      context.output(TRUSTED, reading);
    }
    entry.arrivedMillis = nowMillis;
    heardMillis = nowMillis;
    if (first) {
      context.output(STATUS, entry.watch.status(reading.sensor()));
    }
    if (entry.statusAtMillis == SensorEntry.NEVER) {
      entry.statusAtMillis = nowMillis + STATUS_EVERY_MILLIS;
      timers.registerProcessingTimeTimer(entry.statusAtMillis);
    }
    if (entry.silentAtMillis == SensorEntry.NEVER) {
      entry.silentAtMillis = nowMillis + silentAfterMillis(known);
      timers.registerProcessingTimeTimer(entry.silentAtMillis);
    }
    state.update(entry);
  }

  /**
   * The device of a sensor has gone: it is stale at once, until its next reading. Or an alarm of it
   * was no fault, which may come before any reading when the job starts anew; it is kept for
   * sensors of the site, whose number is bounded.
   */
  @Override
  public void processElement2(SensorNote note, Context context, Collector<Episode> out)
      throws IOException {
    ValueState<SensorEntry> state = requireNonNull(sensors);
    SensorEntry entry = state.value();
    AlarmFeedback feedback = note.notAFault();
    if (feedback != null && limits.containsKey(note.sensor())) {
      SensorEntry taught = entry == null ? new SensorEntry(new SensorWatch()) : entry;
      taught.watch.notAFault(feedback);
      state.update(taught);
    } else if (feedback == null && entry != null && entry.hasReadings()) {
      entry.watch.silent(note.sensor(), out::collect);
      context.output(STATUS, entry.watch.status(note.sensor()));
      state.update(entry);
    }
  }

  @Override
  public void onTimer(long atMillis, OnTimerContext context, Collector<Episode> out)
      throws IOException {
    long nowMillis = context.timerService().currentProcessingTime();
    long started = started(nowMillis);
    ValueState<SensorEntry> state = requireNonNull(sensors);
    SensorEntry entry = state.value();
    if (entry == null) {
      return;
    }
    String sensor = context.getCurrentKey();
    boolean forget = false;
    if (atMillis >= entry.silentAtMillis) {
      forget = checkSilence(sensor, entry, context, out, started);
    }
    if (atMillis >= entry.statusAtMillis) {
      entry.statusAtMillis = SensorEntry.NEVER;
      context.output(STATUS, entry.watch.status(sensor));
    }
    if (forget) {
      state.clear();
    } else {
      state.update(entry);
    }
  }

  /** Returns whether the sensor is to be forgotten. */
  private boolean checkSilence(
      String sensor,
      SensorEntry entry,
      OnTimerContext context,
      Collector<Episode> out,
      long started) {
    Limits known = limits.get(sensor);
    long nowMillis = context.timerService().currentProcessingTime();
    long silentAt = Math.max(entry.arrivedMillis, started) + silentAfterMillis(known);
    boolean isWaiting = nowMillis < silentAt;
    if (isWaiting || isNothingHeard(nowMillis, silentAt)) {
      entry.silentAtMillis = isWaiting ? silentAt : nowMillis + HEARD_LATELY_MILLIS;
      context.timerService().registerProcessingTimeTimer(entry.silentAtMillis);
      return false;
    }
    entry.silentAtMillis = SensorEntry.NEVER;
    if (known == null) {
      entry.watch.giveUp(sensor, out::collect);
      if (entry.statusAtMillis != SensorEntry.NEVER) {
        context.timerService().deleteProcessingTimeTimer(entry.statusAtMillis);
      }
      return true;
    }
    entry.watch.silent(sensor, out::collect);
    context.output(STATUS, entry.watch.status(sensor));
    return false;
  }

  /** Whether no sensor at all was heard lately, and not for so long that it must be told. */
  private boolean isNothingHeard(long nowMillis, long silentAtMillis) {
    return nowMillis - heardMillis > HEARD_LATELY_MILLIS
        && nowMillis < silentAtMillis + NOTHING_HEARD_MILLIS;
  }

  /** When this task first had something to do. */
  private long started(long nowMillis) {
    if (startedMillis == Long.MIN_VALUE) {
      startedMillis = nowMillis;
    }
    return startedMillis;
  }

  private static long silentAfterMillis(@Nullable Limits known) {
    return known == null ? FORGET_UNKNOWN_MILLIS : known.staleAfterMillis();
  }
}

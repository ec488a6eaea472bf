package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Workload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up what all places ask of a place of work and sends its hourly work when that is quiet. The
 * first time it waits for all places it serves, until none of them has spoken for {@value
 * #PATIENCE_MILLIS} ms, at most {@value #MOST_PATIENCE_MILLIS} ms: a part of the work would be
 * taken for all of it. What planners expect beyond the forecasts is added.
 *
 * <p>State a place of work: 3.4 KB for each place it serves, 30 bytes for each task and day to
 * come, 300 bytes for each item and place with an override; past days are forgotten, places are
 * those of the site file.
 */
final class WorkloadOperator
    extends KeyedCoProcessFunction<String, PlaceTotals, PlannedWork, Workload> {
  static final long PATIENCE_MILLIS = 20_000;
  static final long MOST_PATIENCE_MILLIS = 60_000;
  private static final Pace.Limits LIMITS = new Pace.Limits(500, 6_000);
  private static final Pace.Limits PATIENT = new Pace.Limits(PATIENCE_MILLIS, MOST_PATIENCE_MILLIS);

  private static final long serialVersionUID = 1;

  private final WorkloadRule rule;
  private final WorkPlaces workPlaces;

  private transient ValueState<WorkState> workState;
  private transient MapState<String, PlaceTotals> totalsByPlace;
  private transient MapState<String, PlannedWork> plannedBySeries;

  WorkloadOperator(WorkloadRule rule, WorkPlaces workPlaces) {
    this.rule = rule;
    this.workPlaces = workPlaces;
  }

  @Override
  public void open(OpenContext context) {
    workState =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("work", new WorkState.StateCodec().flinkType()));
    totalsByPlace =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "totals", Types.STRING, new PlaceTotals.TotalsCodec().flinkType()));
    plannedBySeries =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "planned", Types.STRING, MessageTypes.of(PlannedWork.class)));
  }

  @Override
  public void processElement1(PlaceTotals totals, Context context, Collector<Workload> out)
      throws Exception {
    totalsByPlace.put(totals.place(), totals);
    changed(context);
  }

  @Override
  public void processElement2(PlannedWork planned, Context context, Collector<Workload> out)
      throws Exception {
    if (planned.saysNothing()) {
      plannedBySeries.remove(planned.series());
    } else {
      plannedBySeries.put(planned.series(), planned);
    }
    changed(context);
  }

  private void changed(Context context) throws Exception {
    WorkState state = workState.value();
    if (state == null) {
      state = new WorkState();
    }
    long timer = state.pace().changedAt(context.timerService().currentProcessingTime(), LIMITS);
    if (timer != 0) {
      context.timerService().registerProcessingTimeTimer(timer);
    }
    workState.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Workload> out)
      throws Exception {
    WorkState state = workState.value();
    if (state == null) {
      return;
    }
    boolean isPatient = state.hasSentNothing() && !areAllThere(context.getCurrentKey());
    Pace.Next next = state.pace().timerAt(timestamp, isPatient ? PATIENT : LIMITS);
    if (next instanceof Pace.Wait wait) {
      long look = Math.min(wait.atMillis(), timestamp + LIMITS.quietMillis());
      context.timerService().registerProcessingTimeTimer(look);
    } else {
      Instant madeAt = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
      send(state, context.getCurrentKey(), madeAt, out);
    }
    workState.update(state);
  }

  private boolean areAllThere(String workPlace) throws Exception {
    Set<String> missing = new HashSet<>(workPlaces.servedBy(workPlace));
    totalsByPlace.keys().forEach(missing::remove);
    return missing.isEmpty();
  }

  private void send(WorkState state, String workPlace, Instant madeAt, Collector<Workload> out)
      throws Exception {
    List<PlaceTotals> totals = new ArrayList<>();
    totalsByPlace.values().forEach(totals::add);
    List<PlannedWork> planned = new ArrayList<>();
    plannedBySeries.values().forEach(planned::add);
    List<WorkloadRule.Work> work = rule.work(workPlace, totals, planned);
    OptionalInt first = work.stream().mapToInt(WorkloadRule.Work::day).min();
    if (first.isPresent()) {
      state.forgetBefore(first.getAsInt());
      for (PlannedWork change : planned) {
        if (change.isBefore(first.getAsInt())) {
          plannedBySeries.remove(change.series());
        }
      }
    }
    for (WorkloadRule.Work each : work) {
      OptionalInt revision = state.revision(each);
      if (revision.isPresent()) {
        out.collect(message(workPlace, each, revision.getAsInt(), madeAt));
      }
    }
  }

  private static Workload message(
      String workPlace, WorkloadRule.Work work, int revision, Instant madeAt) {
    LocalDate day = LocalDate.ofEpochDay(work.day());
    return new Workload(
        "%s/%s/%s".formatted(workPlace, work.task(), day),
        workPlace,
        work.task(),
        day,
        revision,
        madeAt,
        Forecaster.LEVELS,
        Arrays.stream(work.units()).map(ForecastMessages::rounded).toList(),
        ForecastMessages.rounded(work.mean()));
  }
}

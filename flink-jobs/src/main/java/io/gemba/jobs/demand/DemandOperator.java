package io.gemba.jobs.demand;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the daily demand of all items of a place and forecasts them when the place is quiet.
 *
 * <p>Only changes of complete days start the clock: sales of the running day cost an update of the
 * ring and nothing else. When the pooled weekday profile has changed, or a day was completed, all
 * items of the place are forecast again, else those that changed; what says nothing new is not
 * sent. A place whose newest day is long past waits until no more history comes, and so does news
 * of long past days alone.
 *
 * <p>State a place: 2.9 KB and 6.2 KB an item, more by up to 32 bytes for each sale of the last 14
 * days. An item leaves when it lags 768 days behind its place; items and places are those of the
 * site file, so state is bounded.
 */
final class DemandOperator extends KeyedProcessFunction<String, Demand, Forecast> {
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", MessageTypes.of(DeadLetter.class));
  static final OutputTag<PlaceTotals> TOTALS =
      new OutputTag<>("totals", new PlaceTotals.TotalsCodec().flinkType());
  static final Pace.Limits LIMITS = new Pace.Limits(2_000, 10_000);

  /** While history streams in only its end matters; a forecast before is wrong by then. */
  static final Pace.Limits BACKFILL = new Pace.Limits(2_000, 120_000);

  private static final long serialVersionUID = 1;

  private final DemandIntake intake;
  private final WorkPlaces workPlaces;
  private final OpenDays openDays;

  private transient Forecaster forecaster;
  private transient ValueState<PlaceState> placeState;
  private transient MapState<String, SeriesState> seriesStates;

  DemandOperator(DemandIntake intake, WorkPlaces workPlaces, OpenDays openDays) {
    this.intake = intake;
    this.workPlaces = workPlaces;
    this.openDays = openDays;
  }

  @Override
  public void open(OpenContext context) {
    forecaster = new Forecaster(openDays);
    placeState =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("place", new PlaceState.StateCodec().flinkType()));
    seriesStates =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "series", Types.STRING, new SeriesState.StateCodec().flinkType()));
  }

  @Override
  public void processElement(Demand demand, Context context, Collector<Forecast> out)
      throws Exception {
    long now = context.timerService().currentProcessingTime();
    String refusal = intake.refusal(demand, now);
    if (refusal == null) {
      refusal = take(demand, context, now);
    }
    if (refusal != null) {
      context.output(REFUSED, deadLetter(demand, refusal, now));
    }
  }

  private @Nullable String take(Demand demand, Context context, long now) throws Exception {
    PlaceState place = placeState.value();
    if (place == null) {
      place = new PlaceState();
    }
    SeriesState series = seriesStates.get(demand.item());
    if (series == null) {
      series = new SeriesState();
    }
    DemandIntake.Taken taken = intake.add(demand, series, place);
    boolean isRecent = intake.isRecent(demand, now);
    // news of long past days must not hold back what recent ones have to say
    if (taken == DemandIntake.Taken.CHANGED && (isRecent || !place.isRecentChanged())) {
      place.changes(isRecent);
      long timer = place.pace().changedAt(now, limits(place, now));
      if (timer != 0) {
        context.timerService().registerProcessingTimeTimer(timer);
      }
    }
    seriesStates.put(demand.item(), series);
    placeState.update(place);
    return DemandIntake.reason(taken, demand);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Forecast> out)
      throws Exception {
    PlaceState place = placeState.value();
    if (place == null) {
      return;
    }
    Pace.Next next = place.pace().timerAt(timestamp, limits(place, timestamp));
    if (next instanceof Pace.Wait wait) {
      context.timerService().registerProcessingTimeTimer(wait.atMillis());
    } else {
      forecast(place, context, out);
      place.settle();
    }
    placeState.update(place);
  }

  private Pace.Limits limits(PlaceState place, long now) {
    return place.isRecentChanged() && !intake.isBehind(place, now) ? LIMITS : BACKFILL;
  }

  private void forecast(PlaceState place, OnTimerContext context, Collector<Forecast> out)
      throws Exception {
    List<Row> rows = rows(place);
    WeekdayProfile.Pool pool = new WeekdayProfile.Pool(openDays);
    int newest = Integer.MIN_VALUE;
    for (Row row : rows) {
      pool.add(row.values, row.origin);
      newest = Math.max(newest, row.origin);
    }
    boolean all = place.mustForecastAll(pool.profile());
    Instant madeAt = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    WorkTotals totals = new WorkTotals(workPlaces, context.getCurrentKey(), newest);
    for (Row row : rows) {
      double level = forecaster.level(row.values, row.origin, place.profile());
      totals.add(row.item, row.values, row.origin, level);
      if (all || row.series.isChanged()) {
        send(row, place.profile(), context.getCurrentKey(), madeAt, out);
      }
      if (row.series.history().newestDay() <= newest - DemandHistory.DAYS) {
        seriesStates.remove(row.item);
      }
    }
    totals.totals(place).forEach(total -> context.output(TOTALS, total));
  }

  private void send(
      Row row, WeekdayProfile profile, String placeId, Instant madeAt, Collector<Forecast> out)
      throws Exception {
    Optional<DemandForecast> forecast = forecaster.forecast(row.values, row.origin, profile);
    if (forecast.isPresent() && row.series.isNews(forecast.get())) {
      out.collect(
          ForecastMessages.of(
              row.item, placeId, forecast.get(), row.series.sentRevision(), madeAt));
    }
    seriesStates.put(row.item, row.series);
  }

  private List<Row> rows(PlaceState place) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, SeriesState> entry : seriesStates.entries()) {
      DemandHistory history = entry.getValue().history();
      int origin = history.origin(place.trading());
      if (origin != Integer.MIN_VALUE && !history.isEmpty()) {
        float[] values = history.valuesUpTo(origin, place.trading());
        rows.add(new Row(entry.getKey(), entry.getValue(), origin, values));
      }
    }
    return rows;
  }

  private static DeadLetter deadLetter(Demand demand, String reason, long nowMillis) {
    return new DeadLetter(
        Instant.ofEpochMilli(nowMillis),
        "demand-job",
        Topic.DEMAND.topicName(),
        "",
        demand.key(),
        reason,
        Json.write(demand));
  }

  /** A series as it stands when its place is forecast. */
  @SuppressWarnings("ArrayRecordComponent") // lives for one timer
  private record Row(String item, SeriesState series, int origin, float[] values) {}
}

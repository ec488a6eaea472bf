package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ItemLevels;
import io.gemba.forecast.panel.SitePanel;
import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.Refusals;
import io.gemba.message.DeadLetter;
import io.gemba.message.Demand;
import io.gemba.message.Forecast;
import io.gemba.message.Topic;
import io.gemba.message.TrainedModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
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
 * <p>A trained model that is announced is kept in broadcast state and used from a place's next
 * forecast on, if it beats the fallback there ({@link PlaceForecasts}); the newest counts,
 * whichever came first.
 *
 * <p>What stock says makes a zero of a day without any unknown, and lists an item before its first
 * sale ({@link PlaceRows}); an item that is new is drawn to those it belongs to ({@link
 * Newcomers}).
 *
 * <p>State a place: 2.9 KB and 6.2 KB an item, more by up to 32 bytes for each sale of the last 14
 * days, 1.5 KB where stock was seen and 40 bytes a price. An item leaves when it lags 768 days
 * behind its place; items and places are those of the site file, so state is bounded.
 */
final class DemandOperator
    extends KeyedBroadcastProcessFunction<String, PlaceNews, TrainedModel, Forecast> {
  /** The newest model, under its one key. */
  static final MapStateDescriptor<String, TrainedModel> MODELS =
      new MapStateDescriptor<>("models", Types.STRING, MessageTypes.of(TrainedModel.class));

  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", MessageTypes.of(DeadLetter.class));
  static final OutputTag<PlaceTotals> TOTALS =
      new OutputTag<>("totals", new PlaceTotals.TotalsCodec().flinkType());
  static final Pace.Limits LIMITS = new Pace.Limits(2_000, 10_000);

  /** While history streams in only its end matters; a forecast before is wrong by then. */
  static final Pace.Limits BACKFILL = new Pace.Limits(2_000, 120_000);

  private static final String STAGE = "demand-job";
  private static final Refusals OF_DEMAND = new Refusals(STAGE, Topic.DEMAND);
  private static final Refusals OF_MODELS = new Refusals(STAGE, Topic.MODELS);

  private static final long serialVersionUID = 1;

  private final DemandIntake intake;
  private final WorkPlaces workPlaces;
  private final OpenDays openDays;
  private final SitePanel site;

  private transient Forecaster forecaster;
  private transient ModelIntake models;
  private transient ValueState<PlaceState> placeState;
  private transient PlaceItems items;

  DemandOperator(DemandIntake intake, WorkPlaces workPlaces, OpenDays openDays, SitePanel site) {
    this.intake = intake;
    this.workPlaces = workPlaces;
    this.openDays = openDays;
    this.site = site;
  }

  @Override
  public void open(OpenContext context) {
    forecaster = new Forecaster(openDays);
    models = new ModelIntake();
    placeState =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("place", new PlaceState.StateCodec().flinkType()));
    items = new PlaceItems(getRuntimeContext());
  }

  @Override
  public void processElement(PlaceNews news, ReadOnlyContext context, Collector<Forecast> out)
      throws Exception {
    if (news instanceof PlaceNews.Sold sold) {
      sell(sold.demand(), context);
    } else if (news instanceof PlaceNews.Shelved shelved) {
      shelve(shelved, context);
    } else if (news instanceof PlaceNews.Priced priced) {
      price(priced, context);
    }
  }

  private void sell(Demand demand, ReadOnlyContext context) throws Exception {
    long now = context.timerService().currentProcessingTime();
    String refusal = intake.refusal(demand, now);
    if (refusal == null) {
      refusal = take(demand, context, now);
    }
    if (refusal != null) {
      context.output(
          REFUSED, OF_DEMAND.of(demand, demand.key(), refusal, Instant.ofEpochMilli(now)));
    }
  }

  @Override
  public void processBroadcastElement(
      TrainedModel announced, Context context, Collector<Forecast> out) throws Exception {
    if (announced.kind() != TrainedModel.Kind.DEMAND) {
      return;
    }
    String refusal = ModelIntake.refusal(announced);
    if (refusal != null) {
      Instant now = Instant.ofEpochMilli(context.currentProcessingTime());
      context.output(REFUSED, OF_MODELS.of(announced, TrainedModel.KEY, refusal, now));
      return;
    }
    TrainedModel current = context.getBroadcastState(MODELS).get(TrainedModel.KEY);
    if (current == null || announced.replaces(current)) {
      context.getBroadcastState(MODELS).put(TrainedModel.KEY, announced);
    }
  }

  private @Nullable String take(Demand demand, ReadOnlyContext context, long now) throws Exception {
    PlaceState place = placeState.value();
    if (place == null) {
      place = new PlaceState();
    }
    SeriesState series = items.series(demand.item());
    DemandIntake.Taken taken = intake.add(demand, series, place);
    boolean isRecent = intake.isRecent(demand, now);
    // news of long past days must not hold back what recent ones have to say
    if (taken == DemandIntake.Taken.CHANGED && (isRecent || !place.isRecentChanged())) {
      forecastSoon(place, isRecent, context, now);
    }
    items.put(demand.item(), series);
    placeState.update(place);
    return DemandIntake.reason(taken, demand);
  }

  private void forecastSoon(PlaceState place, boolean isRecent, ReadOnlyContext context, long now) {
    place.changes(isRecent);
    long timer = place.pace().changedAt(now, limits(place, now));
    if (timer != 0) {
      context.timerService().registerProcessingTimeTimer(timer);
    }
  }

  private void shelve(PlaceNews.Shelved seen, ReadOnlyContext context) throws Exception {
    boolean isNews = items.see(seen);
    long now = context.timerService().currentProcessingTime();
    if (isNews) {
      change(seen.item(), seen.day(), intake.isRecent(seen.day(), now), context);
    }
  }

  private void price(PlaceNews.Priced priced, ReadOnlyContext context) throws Exception {
    if (items.price(priced)) {
      change(priced.item(), Integer.MIN_VALUE, true, context);
    }
  }

  /** Lets an item be forecast again, if something of it or its place is known up to a day. */
  private void change(String item, int day, boolean isRecent, ReadOnlyContext context)
      throws Exception {
    PlaceState place = placeState.value();
    if (place == null) {
      return; // nothing was sold there yet, and what is first sold has all items forecast
    }
    SeriesState series = items.series(item);
    if (day > series.history().origin(place.trading()) && series.wasSent()) {
      return; // of the running day: it is forecast again when that is complete
    }
    series.change();
    items.put(item, series);
    if (isRecent || !place.isRecentChanged()) {
      forecastSoon(place, isRecent, context, context.timerService().currentProcessingTime());
    }
    placeState.update(place);
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
    List<PlaceItems.Row> rows = items.rows(place, context.getCurrentKey());
    WeekdayProfile.Pool pool = new WeekdayProfile.Pool(openDays);
    int newest = Integer.MIN_VALUE;
    for (PlaceItems.Row row : rows) {
      pool.add(row.known().values(), row.known().origin());
      newest = Math.max(newest, row.known().origin());
    }
    WeekdayProfile profile = pool.profile();
    DemandModel model = models.of(context.getBroadcastState(MODELS).get(TrainedModel.KEY));
    List<SitePanel.Row> known = rows.stream().map(PlaceItems.Row::known).toList();
    PlaceForecasts forecasts = new PlaceForecasts(forecaster, profile, known, newest, site, model);
    boolean all = place.mustForecastAll(profile, forecasts.name());
    Instant madeAt = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    WorkTotals totals = new WorkTotals(workPlaces, context.getCurrentKey(), newest);
    ItemLevels elsewhere = model == null ? ItemLevels.NONE : model.items();
    Newcomers newcomers = new Newcomers(forecaster, profile, known, site, elsewhere);
    for (int i = 0; i < rows.size(); i++) {
      PlaceItems.Row row = rows.get(i);
      totals.add(
          row.known().item(), row.known().values(), row.known().origin(), newcomers.level(i));
      if (all || row.series().isChanged()) {
        send(row, forecasts.forecast(i, row.known(), newcomers.prior(i)), madeAt, out);
      }
      DemandHistory history = row.series().history();
      if (!history.isEmpty() && history.newestDay() <= newest - DemandHistory.DAYS) {
        items.forget(row.known().item());
      }
    }
    totals.totals(place).forEach(total -> context.output(TOTALS, total));
  }

  private void send(
      PlaceItems.Row row,
      Optional<PlaceForecasts.Made> made,
      Instant madeAt,
      Collector<Forecast> out)
      throws Exception {
    if (made.isPresent() && row.series().isNews(made.get().forecast())) {
      out.collect(
          ForecastMessages.of(row.known(), made.get(), row.series().sentRevision(), madeAt));
    }
    items.put(row.known().item(), row.series());
  }
}

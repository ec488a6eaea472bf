package io.gemba.jobs.inventory;

import io.gemba.jobs.pace.Pace;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.site.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
 * Keeps an item's stock and demand at all places and proposes what to order when it is quiet.
 *
 * <p>A place without a stock count is waited for 5 s after its first forecast; then its shelf is
 * taken for empty, and the proposal says so. While a place's history is still being loaded, its
 * forecasts end well before today; nothing is proposed on them until they reach the present or no
 * newer one has come for 10 s. Lost capacity is remembered for two days after its end.
 *
 * <p>State an item: 34 bytes and 120 a loss; about 2.7 KB a place, and 60 bytes for each movement
 * since the last count, at most 512; in memory another 3 KB a place that follow from its forecast.
 * Orders leave when they are fulfilled or a week after their window, losses by timer. Items and
 * places are those of the site file, so state is bounded.
 */
final class InventoryOperator extends KeyedProcessFunction<String, InventoryEvent, Replenishment> {
  /** Where there is too much. */
  static final OutputTag<Overstock> OVERSTOCKS =
      new OutputTag<>("overstocks", MessageTypes.of(Overstock.class));

  /** While stock moves all the time a proposal must not wait for a pause that never comes. */
  static final Pace.Limits LIMITS = new Pace.Limits(700, 1_000);

  static final long PATIENCE_MILLIS = 5_000;
  static final long LOADING_MILLIS = 10_000;
  static final long LOSS_KEPT_MILLIS = Duration.ofDays(2).toMillis();

  private static final long serialVersionUID = 1;
  private static final ItemProposals.Patience PATIENCE =
      new ItemProposals.Patience(PATIENCE_MILLIS, LOADING_MILLIS);

  private final Site site;

  private transient ItemProposals proposals;
  private transient ValueState<ItemState> itemState;
  private transient MapState<String, PlaceStock> placeStocks;

  InventoryOperator(Site site) {
    this.site = site;
  }

  @Override
  public void open(OpenContext context) {
    proposals = new ItemProposals(site);
    itemState =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("item", new ItemState.StateCodec().flinkType()));
    placeStocks =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "places", Types.STRING, new PlaceStock.StockCodec().flinkType()));
  }

  @Override
  public void processElement(InventoryEvent event, Context context, Collector<Replenishment> out)
      throws Exception {
    long now = context.timerService().currentProcessingTime();
    ItemState item = itemState();
    if (take(event, item, context, now)) {
      wake(item, context, now);
    }
    itemState.update(item);
  }

  private boolean take(InventoryEvent event, ItemState item, Context context, long now)
      throws Exception {
    if (event instanceof InventoryEvent.Lost lost) {
      long forgottenAt = lost.untilMillis() + LOSS_KEPT_MILLIS;
      boolean isNews = forgottenAt > now && item.lose(lost);
      if (isNews) {
        context.timerService().registerProcessingTimeTimer(forgottenAt);
      }
      return isNews;
    }
    if (event instanceof InventoryEvent.Expected expected) {
      PlaceStock stock = stock(expected.place());
      boolean changes = stock.expect(expected.demand(), now);
      placeStocks.put(expected.place(), stock);
      return changes;
    }
    if (event instanceof InventoryEvent.Stocked stocked) {
      PlaceStock stock = stock(stocked.stock().place());
      boolean changes = stock.stock(stocked.stock());
      placeStocks.put(stocked.stock().place(), stock);
      return changes;
    }
    if (event instanceof InventoryEvent.Shared shared) {
      return item.share(shared.ofLine());
    }
    InventoryEvent.Ordered ordered = (InventoryEvent.Ordered) event;
    PlaceStock stock = stock(ordered.place());
    boolean changes = stock.order(ordered);
    placeStocks.put(ordered.place(), stock);
    return changes;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Replenishment> out)
      throws Exception {
    ItemState item = itemState();
    if (item.forgetEndedBefore(timestamp - LOSS_KEPT_MILLIS)) {
      wake(item, context, timestamp);
    }
    if (item.pace().isWaiting()) {
      Pace.Next next = item.pace().timerAt(timestamp, LIMITS);
      if (next instanceof Pace.Wait wait) {
        context.timerService().registerProcessingTimeTimer(wait.atMillis());
      } else if (propose(item, context, timestamp, out)) {
        wake(item, context, timestamp);
      }
    }
    itemState.update(item);
  }

  /** Proposes for all places that changed; true if one still waits. */
  private boolean propose(
      ItemState item, OnTimerContext context, long now, Collector<Replenishment> out)
      throws Exception {
    Map<String, PlaceStock> places = new HashMap<>();
    for (Map.Entry<String, PlaceStock> entry : placeStocks.entries()) {
      places.put(entry.getKey(), entry.getValue());
    }
    ItemProposals.Round round = new ItemProposals.Round(now, PATIENCE);
    ItemProposals.Outcome outcome =
        proposals.propose(
            context.getCurrentKey(),
            item,
            places,
            round,
            new ItemProposals.Out(out::collect, one -> context.output(OVERSTOCKS, one)));
    for (String touched : outcome.touched()) {
      placeStocks.put(touched, places.get(touched));
    }
    item.settle();
    return outcome.waits();
  }

  private static void wake(ItemState item, Context context, long now) {
    long timer = item.pace().changedAt(now, LIMITS);
    if (timer != 0) {
      context.timerService().registerProcessingTimeTimer(timer);
    }
  }

  private ItemState itemState() throws Exception {
    ItemState state = itemState.value();
    return state == null ? new ItemState() : state;
  }

  private PlaceStock stock(String place) throws Exception {
    @Nullable PlaceStock stock = placeStocks.get(place);
    return stock == null ? new PlaceStock() : stock;
  }
}

package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.jobs.pace.Pace;
import io.gemba.message.Replenishment;
import io.gemba.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an item's stock and demand at all places and proposes what to order when it is quiet.
 *
 * <p>A place without a stock count is waited for 5 s after its first forecast; then its shelf is
 * taken for empty, and the proposal says so. While a place's history is still being loaded, its
 * forecasts end well before today; nothing is proposed on them until they reach the present or no
 * newer one has come for 10 s. Lost capacity is remembered for two days after its end.
 *
 * <p>State an item: 25 bytes and 120 a loss; about 2.2 KB a place, and 60 bytes for each movement
 * since the last count, at most 512. Orders leave when they are fulfilled or a week after their
 * window, losses by timer. Items and places are those of the site file, so state is bounded.
 */
final class InventoryOperator extends KeyedProcessFunction<String, InventoryEvent, Replenishment> {
  static final Pace.Limits LIMITS = new Pace.Limits(700, 4_000);
  static final long PATIENCE_MILLIS = 5_000;
  static final long LOADING_MILLIS = 10_000;
  static final long LOSS_KEPT_MILLIS = Duration.ofDays(2).toMillis();

  private static final long serialVersionUID = 1;
  private static final int ORDER_KEPT_DAYS = 7;
  private static final double CORRELATION = 0.2;

  private final Site site;

  private transient ProposalRule rule;
  private transient ValueState<ItemState> itemState;
  private transient MapState<String, PlaceStock> placeStocks;

  InventoryOperator(Site site) {
    this.site = site;
  }

  @Override
  public void open(OpenContext context) {
    rule = new ProposalRule(site);
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

  /** Proposes for all places that changed; true if one still waits for its count. */
  private boolean propose(
      ItemState item, OnTimerContext context, long now, Collector<Replenishment> out)
      throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, PlaceStock> entry : placeStocks.entries()) {
      DemandOutlook demand = entry.getValue().demand();
      if (demand != null) {
        rows.add(new Row(entry.getKey(), entry.getValue(), demand, 0));
      }
    }
    List<Row> warehouses = warehouses(rows);
    String key = context.getCurrentKey();
    Map<String, Shortage.Share> shares =
        Shortage.of(
            item.losses(),
            rows.stream().map(row -> rule.claim(key, row.place, row.stock, row.demand)).toList());
    boolean all = item.areLossesChanged() || !item.losses().isEmpty();
    boolean waits = false;
    for (Row row : rows) {
      int lagDays = rule.lagDays(row.stock, row.demand, now);
      if (row.stock.waitsForCount(now, PATIENCE_MILLIS)
          || row.stock.isLoading(lagDays, now, LOADING_MILLIS)) {
        waits = true;
      } else if (all || row.stock.isChanged()) {
        Shortage.Share share = shares.getOrDefault(row.place, Shortage.Share.NONE);
        send(key, row, new ProposalRule.View(row, share, Instant.ofEpochMilli(now)), out);
      }
    }
    if (!waits) {
      for (Row row : warehouses) {
        ProposalRule.View view =
            new ProposalRule.View(row, Shortage.Share.NONE, Instant.ofEpochMilli(now));
        send(key, row, view, out);
      }
    }
    item.settle();
    return waits;
  }

  /**
   * Warehouses that sell nothing themselves but hold counted stock. They must cover what all the
   * places they feed sell, with all that these have or wait for (an echelon: Clark and Scarf 1960).
   */
  private List<Row> warehouses(List<Row> fed) throws Exception {
    List<Row> warehouses = new ArrayList<>();
    for (Map.Entry<String, PlaceStock> entry : placeStocks.entries()) {
      PlaceStock stock = entry.getValue();
      if (stock.demand() == null && stock.ledger().isCounted()) {
        List<Row> places =
            fed.stream().filter(row -> rule.feeds(entry.getKey(), row.place)).toList();
        if (!places.isEmpty()) {
          double there =
              places.stream()
                  .mapToDouble(row -> row.stock.ledger().onHand() + row.stock.onOrder())
                  .sum();
          DemandOutlook together =
              DemandOutlook.together(places.stream().map(Row::demand).toList(), CORRELATION);
          warehouses.add(new Row(entry.getKey(), stock, together, there));
        }
      }
    }
    return warehouses;
  }

  private void send(String item, Row row, ProposalRule.View view, Collector<Replenishment> out)
      throws Exception {
    row.stock.forgetOrdersBefore(rule.today(row.stock, row.demand) - ORDER_KEPT_DAYS);
    Replenishment proposal = rule.proposal(item, row.place, row.stock, view);
    Replenishment sent = row.stock.sent();
    Replenishment next = null;
    if (sent == null || !sent.id().equals(proposal.id())) {
      next = proposal;
    } else if (ProposalRule.isNews(sent, proposal)) {
      next = ProposalRule.revised(proposal, sent.revision() + 1);
    }
    if (next != null) {
      if (sent != null && !sent.id().equals(next.id()) && sent.quantity() > 0) {
        out.collect(ProposalRule.withdrawn(sent, next));
      }
      out.collect(next);
    }
    row.stock.settle(next);
    placeStocks.put(row.place, row.stock);
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

  /**
   * A place that can be proposed for.
   *
   * @param unitsBelow units at and on their way to the places it feeds
   */
  record Row(String place, PlaceStock stock, DemandOutlook demand, double unitsBelow) {}
}

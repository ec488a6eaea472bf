package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.Advice;
import io.gemba.forecast.policy.Allocation;
import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.forecast.policy.Protection;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.forecast.policy.StockPosition;
import io.gemba.message.Replenishment;
import io.gemba.site.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the state of a place to its proposal, and whether that is worth sending. */
final class ProposalRule {
  private static final int STALE_DAYS = 28;
  private static final double CHANCE_CHANGE = 0.05;
  private static final double MONEY_CHANGE = 0.2;
  private static final long LEAST_CENTS = 500;

  private final ZoneId zone;
  private final SupplyNetwork network;
  private final ProposalReason reasons;

  /**
   * @param zone whose days count
   */
  ProposalRule(ZoneId zone, SupplyNetwork network, ProposalReason reasons) {
    this.zone = zone;
    this.network = network;
    this.reasons = reasons;
  }

  /** What a place claims of an item that runs short. */
  Shortage.Claim claim(String item, PlaceRow row) {
    DemandOutlook demand = row.demand();
    int days = policy(item, row).protectionDays(today(row));
    double need = demand.meanOfFirst(days);
    double daily = demand.meanOfFirst(demand.days()) / demand.days();
    return new Shortage.Claim(row.place(), row.stock().free() + row.stock().onOrder(), daily, need);
  }

  /** What a place asks of the warehouse that feeds it. */
  Allocation.Claim allocationClaim(String itemId, PlaceRow row, Shortage.Share share) {
    StockPolicy policy = policy(itemId, row);
    StockPosition position = row.position(share.units()).plus(row.unitsBelow());
    Protection protection = row.protection(policy, today(row));
    return new Allocation.Claim(
        row.place(),
        position.available(),
        policy.advise(protection, position).quantity(),
        network.goods(itemId).item().packSize(),
        protection::lostMargin);
  }

  /** The proposal as things stand, with revision 0. */
  Replenishment proposal(String itemId, View view) {
    PlaceRow row = view.row;
    int today = today(row);
    StockPosition position = row.position(view.share.units());
    StockPolicy policy = policy(itemId, row);
    StockPosition whole = position.plus(row.unitsBelow());
    Advice advice = policy.advise(row.protection(policy, today), whole, view.mostUnits);
    String warehouse = row.warehouse();
    String limit = limit(view, policy, whole, advice);
    boolean isOrdered = advice.quantity() > 0;
    Integer runOut = advice.expectedRunOut();
    return new Replenishment(
        "%s@%s/%s".formatted(itemId, row.place(), LocalDate.ofEpochDay(today)),
        0,
        itemId,
        row.place(),
        warehouse == null ? network.goods(itemId).item().source() : warehouse,
        view.madeAt,
        LocalDate.ofEpochDay(advice.orderBy()),
        LocalDate.ofEpochDay(advice.arrives()),
        advice.quantity(),
        advice.packs(),
        advice.costCents(),
        position.onHand(),
        position.onOrder(),
        runOut == null ? null : LocalDate.ofEpochDay(runOut),
        advice.without().runOutProbability(),
        advice.with().runOutProbability(),
        advice.without().lostMarginCents(),
        advice.with().lostMarginCents(),
        advice.holdingCents(),
        isOrdered ? Math.min(view.share.units(), advice.quantity()) : 0,
        reasons.of(position, advice, view.share) + limit,
        isOrdered
            ? view.share.losses().stream().map(InventoryEvent.Lost::loss).toList()
            : List.of(),
        null);
  }

  /** What a source that is short leaves of a wish; empty if it leaves all. */
  private String limit(View view, StockPolicy policy, StockPosition whole, Advice advice) {
    String warehouse = view.row.warehouse();
    LineLimit line = view.line;
    if (warehouse == null && line == null) {
      return "";
    }
    Advice wish = policy.advise(view.row.protection(policy, today(view.row)), whole);
    if (wish.quantity() <= advice.quantity()) {
      return "";
    }
    return line != null
        ? reasons.ofLine(line, wish, advice)
        : reasons.ofShare(
            wish.quantity(), advice.quantity(), network.nameOf(String.valueOf(warehouse)));
  }

  /** Day on which an order of a day usually arrives from the source. */
  int arrivalOfOrderOn(String item, int day) {
    return network.goods(item).fromSource().arrivalOfOrderOn(day);
  }

  /** Least units of an order. */
  double leastOrder(String item) {
    Item goods = network.goods(item).item();
    return Math.ceil(Math.max(1, goods.minimumOrder()) / (double) goods.packSize())
        * goods.packSize();
  }

  /**
   * Why a line cannot make all.
   *
   * @param name of the line
   * @param unitsPerHour it makes
   * @param units of the item that it can make in time
   * @param toMake of them are on order already and may still have to be made
   */
  record LineLimit(String name, double unitsPerHour, double units, double toMake) {}

  /**
   * What else a proposal needs.
   *
   * @param row what is expected at the place, and what the places it feeds have
   * @param share what the place misses
   * @param mostUnits what the warehouse that feeds it, or the line, can send it at most
   * @param madeAt when the proposal is made
   * @param line why the line cannot make all; null while it can
   */
  record View(
      PlaceRow row,
      Shortage.Share share,
      double mostUnits,
      Instant madeAt,
      @Nullable LineLimit line) {

    /** From a source that can send all. */
    View(PlaceRow row, Shortage.Share share, double mostUnits, Instant madeAt) {
      this(row, share, mostUnits, madeAt, null);
    }

    View limited(double most, LineLimit limit) {
      return new View(row, share, most, madeAt, limit);
    }
  }

  /** Whether a proposal tells a person anything new. */
  static boolean isNews(Replenishment sent, Replenishment next) {
    return sent.quantity() != next.quantity()
        || !sent.orderBy().equals(next.orderBy())
        || !Objects.equals(sent.expectedRunOut(), next.expectedRunOut())
        || !sent.causes().equals(next.causes())
        || sent.lostUnits() != next.lostUnits()
        || differs(sent.runOutProbabilityWithout(), next.runOutProbabilityWithout())
        || differs(sent.runOutProbabilityWith(), next.runOutProbabilityWith())
        || differs(sent.riskWithoutCents(), next.riskWithoutCents())
        || differs(sent.riskWithCents(), next.riskWithCents());
  }

  /**
   * The first day that demand is still to come: the day after the origin, or the day of the newest
   * stock if the forecast is a little behind it.
   */
  int today(PlaceRow row) {
    PlaceStock stock = row.stock();
    int next = row.demand().origin() + 1;
    if (stock.ledger().lastMillis() == Long.MIN_VALUE) {
      return next;
    }
    int stockDay = day(stock.ledger().lastMillis());
    return stockDay > next && stockDay < next + STALE_DAYS ? stockDay : next;
  }

  /** Days between the end of the known demand and today, by the newest stock or else the clock. */
  int lagDays(PlaceRow row, long nowMillis) {
    long seen = row.stock().ledger().lastMillis();
    long today = day(seen == Long.MIN_VALUE ? nowMillis : seen);
    return (int) Math.max(0, today - 1 - row.demand().origin());
  }

  private int day(long millis) {
    return (int) Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toEpochDay();
  }

  private StockPolicy policy(String item, PlaceRow row) {
    SupplyNetwork.Goods goods = network.goods(item);
    return row.warehouse() == null ? goods.fromSource() : goods.fromWarehouse();
  }

  private static boolean differs(double chance, double other) {
    return Math.abs(chance - other) > CHANCE_CHANGE;
  }

  private static boolean differs(long cents, long other) {
    return Math.abs(cents - other) > Math.max(LEAST_CENTS, MONEY_CHANGE * Math.max(cents, other));
  }
}

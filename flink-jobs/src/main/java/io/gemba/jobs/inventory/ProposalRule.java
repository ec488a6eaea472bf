package io.gemba.jobs.inventory;

import static io.gemba.site.Place.Kind.WAREHOUSE;

import io.gemba.forecast.policy.Advice;
import io.gemba.forecast.policy.Deliveries;
import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.forecast.policy.StockPosition;
import io.gemba.message.Replenishment;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.Supplier;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From the state of a place to its proposal, and whether that is worth sending. */
final class ProposalRule {
  private static final int STALE_DAYS = 28;
  private static final double CHANCE_CHANGE = 0.05;
  private static final double MONEY_CHANGE = 0.2;
  private static final long LEAST_CENTS = 500;

  private final Site site;
  private final ProposalReason reasons;
  private final Map<String, Item> items = new HashMap<>();
  private final Map<String, StockPolicy> policies = new HashMap<>();
  private final Map<String, String> warehouseByPlace = new HashMap<>();

  ProposalRule(Site site) {
    this.site = site;
    this.reasons = new ProposalReason(site.currency());
    Map<String, List<DayOfWeek>> deliveryDays = new HashMap<>();
    Map<String, Double> orderCents = new HashMap<>();
    for (Supplier supplier : site.suppliers()) {
      deliveryDays.put(supplier.id(), supplier.deliveryDays());
      orderCents.put(supplier.id(), OrderShare.cents(supplier, site));
    }
    for (Item item : site.items()) {
      List<DayOfWeek> days = deliveryDays.getOrDefault(item.source(), List.of());
      items.put(item.id(), item);
      policies.put(
          item.id(),
          new StockPolicy(
              item,
              new Deliveries(item.leadTimeDays(), days),
              orderCents.getOrDefault(item.source(), 0.0)));
    }
    for (Place place : site.places()) {
      site.places().stream()
          .filter(other -> other.kind() == WAREHOUSE && !other.equals(place))
          .min(
              Comparator.comparingDouble((Place other) -> squaredDegrees(place, other))
                  .thenComparing(Place::id))
          .ifPresent(warehouse -> warehouseByPlace.put(place.id(), warehouse.id()));
    }
  }

  /** What a place claims of an item that runs short. */
  Shortage.Claim claim(String item, String place, PlaceStock stock, DemandOutlook demand) {
    int days = policy(item).protectionDays(today(stock, demand));
    double need = demand.meanOfFirst(days);
    double daily = demand.meanOfFirst(demand.days()) / demand.days();
    return new Shortage.Claim(place, stock.ledger().onHand() + stock.onOrder(), daily, need);
  }

  /** The proposal as things stand, with revision 0. */
  Replenishment proposal(String itemId, String place, PlaceStock stock, View view) {
    DemandOutlook demand = view.row.demand();
    int today = today(stock, demand);
    StockPosition position =
        new StockPosition(
            stock.ledger().isCounted(),
            stock.ledger().onHand(),
            stock.onOrder(),
            view.share.units());
    Advice advice = policy(itemId).advise(demand, position.plus(view.row.unitsBelow()), today);
    boolean isOrdered = advice.quantity() > 0;
    Integer runOut = advice.expectedRunOut();
    return new Replenishment(
        "%s@%s/%s".formatted(itemId, place, LocalDate.ofEpochDay(today)),
        0,
        itemId,
        place,
        item(itemId).source(),
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
        reasons.of(position, advice, view.share),
        isOrdered
            ? view.share.losses().stream().map(InventoryEvent.Lost::loss).toList()
            : List.of());
  }

  /**
   * What else a proposal needs.
   *
   * @param row what is expected at the place, and what the places it feeds have
   * @param share what the place misses
   * @param madeAt when the proposal is made
   */
  record View(InventoryOperator.Row row, Shortage.Share share, Instant madeAt) {}

  /** Whether a place is a warehouse that brings goods to the other: the nearest one does. */
  boolean feeds(String warehouse, String place) {
    return warehouse.equals(warehouseByPlace.get(place));
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

  /** The same proposal with another revision. */
  static Replenishment revised(Replenishment proposal, int revision) {
    return new Replenishment(
        proposal.id(),
        revision,
        proposal.item(),
        proposal.place(),
        proposal.source(),
        proposal.madeAt(),
        proposal.orderBy(),
        proposal.arrives(),
        proposal.quantity(),
        proposal.packs(),
        proposal.costCents(),
        proposal.onHand(),
        proposal.onOrder(),
        proposal.expectedRunOut(),
        proposal.runOutProbabilityWithout(),
        proposal.runOutProbabilityWith(),
        proposal.riskWithoutCents(),
        proposal.riskWithCents(),
        proposal.holdingCents(),
        proposal.lostUnits(),
        proposal.reason(),
        proposal.causes());
  }

  /** Takes a proposal back because another day's has taken its place. */
  static Replenishment withdrawn(Replenishment sent, Replenishment successor) {
    return new Replenishment(
        sent.id(),
        sent.revision() + 1,
        sent.item(),
        sent.place(),
        sent.source(),
        successor.madeAt(),
        sent.orderBy(),
        sent.arrives(),
        0,
        0,
        0,
        successor.onHand(),
        successor.onOrder(),
        successor.expectedRunOut(),
        successor.runOutProbabilityWithout(),
        successor.runOutProbabilityWithout(),
        successor.riskWithoutCents(),
        successor.riskWithoutCents(),
        0,
        0,
        "Replaced by the proposal " + successor.id() + ".",
        List.of());
  }

  /**
   * The first day that demand is still to come: the day after the origin, or the day of the newest
   * stock if the forecast is a little behind it.
   */
  int today(PlaceStock stock, DemandOutlook demand) {
    int next = demand.origin() + 1;
    if (stock.ledger().lastMillis() == Long.MIN_VALUE) {
      return next;
    }
    int stockDay = day(stock.ledger().lastMillis());
    return stockDay > next && stockDay < next + STALE_DAYS ? stockDay : next;
  }

  /** Days between the end of the known demand and today, by the newest stock or else the clock. */
  int lagDays(PlaceStock stock, DemandOutlook demand, long nowMillis) {
    long seen = stock.ledger().lastMillis();
    long today = day(seen == Long.MIN_VALUE ? nowMillis : seen);
    return (int) Math.max(0, today - 1 - demand.origin());
  }

  private int day(long millis) {
    return (int) Instant.ofEpochMilli(millis).atZone(site.zone()).toLocalDate().toEpochDay();
  }

  private static double squaredDegrees(Place from, Place to) {
    double north = from.latitude() - to.latitude();
    double east = (from.longitude() - to.longitude()) * Math.cos(Math.toRadians(from.latitude()));
    return north * north + east * east;
  }

  private Item item(String id) {
    Item item = items.get(id);
    if (item == null) {
      throw new IllegalArgumentException("item '" + id + "' is not in the site file. Add it.");
    }
    return item;
  }

  private StockPolicy policy(String id) {
    StockPolicy policy = policies.get(id);
    if (policy == null) {
      throw new IllegalArgumentException("item '" + id + "' is not in the site file. Add it.");
    }
    return policy;
  }

  private static boolean differs(double chance, double other) {
    return Math.abs(chance - other) > CHANCE_CHANGE;
  }

  private static boolean differs(long cents, long other) {
    return Math.abs(cents - other) > Math.max(LEAST_CENTS, MONEY_CHANGE * Math.max(cents, other));
  }
}

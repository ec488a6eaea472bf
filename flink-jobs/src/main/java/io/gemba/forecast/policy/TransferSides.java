package io.gemba.forecast.policy;

import io.gemba.site.Item;
import org.jspecify.annotations.Nullable;

/**
 * What giving or getting units of an item means to a place until an order of today could arrive.
 * Units that are brought are there on the next day. What lies too long spoils: a place that has
 * more than it sells within the shelf life gains by giving.
 */
public final class TransferSides {
  private static final int TRIP_DAYS = 1;

  private final Item item;
  private final Deliveries deliveries;

  /**
   * @param item its margin and shelf life
   * @param deliveries of its source
   */
  public TransferSides(Item item, Deliveries deliveries) {
    this.item = item;
    this.deliveries = deliveries;
  }

  /**
   * A place's side.
   *
   * @param outlook demand of the days from {@code today} on
   */
  public Transfers.Side of(String place, DemandOutlook outlook, StockPosition position, int today) {
    int leadDays = deliveries.arrivalOfOrderOn(today) - today;
    double margin = Math.max(0, item.marginCents());
    double there = position.available();
    DemandDistribution untilArrival = outlook.ofFirst(leadDays);
    Early early = early(outlook, position, today);
    Spoiling spoiling = spoiling(outlook);
    double lostNow = untilArrival.expectedAbove(there);
    double lostLater = early.later.expectedAbove(early.left);
    double spoiledNow = spoiling.cents(there);
    return new Transfers.Side(
        place,
        Math.min(position.onHand(), there),
        margin * lostLater,
        units -> {
          double left = there - units;
          double lost = untilArrival.expectedAbove(Math.max(0, left)) - lostNow;
          return margin * lost + spoiling.cents(left) - spoiledNow;
        },
        units -> {
          double saved = lostLater - early.later.expectedAbove(early.left + units);
          return margin * saved + spoiledNow - spoiling.cents(there + units);
        });
  }

  /** Chance of running out between the day a trip arrives and an order, after getting units. */
  public double chanceOfRunOut(
      DemandOutlook outlook, StockPosition position, int today, double units) {
    Early early = early(outlook, position, today);
    return early.later.chanceAbove(early.left + units);
  }

  /** Expected margin lost in that time, in cents. */
  public double lossCents(DemandOutlook outlook, StockPosition position, int today, double units) {
    Early early = early(outlook, position, today);
    return Math.max(0, item.marginCents()) * early.later.expectedAbove(early.left + units);
  }

  /** The day an order of today usually arrives, since 1970-01-01. */
  public int arrivalOfOrder(int today) {
    return deliveries.arrivalOfOrderOn(today);
  }

  private Early early(DemandOutlook outlook, StockPosition position, int today) {
    int leadDays = deliveries.arrivalOfOrderOn(today) - today;
    double left = outlook.ofFirst(TRIP_DAYS).expectedLeft(position.available());
    return new Early(left, outlook.between(Math.min(TRIP_DAYS, leadDays), leadDays));
  }

  private Spoiling spoiling(DemandOutlook outlook) {
    boolean isBeyond = item.shelfLifeDays() > outlook.days();
    return new Spoiling(item.costCents(), isBeyond ? null : outlook.ofFirst(item.shelfLifeDays()));
  }

  /**
   * What spoils of units.
   *
   * @param demand while they can be sold; null if that is beyond the forecast
   */
  private record Spoiling(long unitCents, @Nullable DemandDistribution demand) {
    double cents(double units) {
      return demand == null ? 0 : unitCents * demand.expectedLeft(Math.max(0, units));
    }
  }

  /**
   * The time in which a trip helps.
   *
   * @param left units left when it arrives, in the mean
   * @param later demand from then until an order arrives
   */
  private record Early(double left, DemandDistribution later) {}
}

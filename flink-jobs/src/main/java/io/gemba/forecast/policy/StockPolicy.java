package io.gemba.forecast.policy;

import io.gemba.site.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders up to the stock at which one unit more costs what it saves.
 *
 * <p>An order placed today must last until the one after it arrives: lead time and review together
 * are the protection interval. A unit short loses its margin, a unit too many is held every night
 * from the order's arrival on on which demand has not reached it: the order-up-to level is where
 * one unit more costs what it saves ({@link CycleCosts}), less what is expected to be lost before
 * the order can arrive. Nothing is ordered beyond the stock at which the risk of throwing it away
 * after its shelf life outweighs its margin: the quantile at margin / price of the demand while it
 * can be sold.
 *
 * <p>An order that costs something is placed only if it saves at least that margin until the next
 * chance to order, and then covers as many delivery periods as are cheaper to hold than to order
 * again: a reorder point and a lot size that follow from the same costs, an (s, S) rule.
 *
 * <p>Where the source is not always on time, demand is that of a lead time by chance: the mixture
 * over the days the order may arrive on.
 *
 * <p>Quantities are rounded up to packs and the minimum order; where shelf life binds, down or to
 * nothing if that is expected to be cheaper. Thread safe.
 */
public final class StockPolicy {
  private static final double DAYS_A_YEAR = 365;

  private final Item item;
  private final Deliveries deliveries;
  private final double orderCents;

  /**
   * A policy for orders that cost nothing by themselves.
   *
   * @param item prices, packs, lead time and shelf life
   * @param deliveries when its source delivers
   */
  public StockPolicy(Item item, Deliveries deliveries) {
    this(item, deliveries, 0);
  }

  /**
   * A policy for orders that cost something, whatever is in them.
   *
   * @param orderCents the item's share of the cost of an order, not negative
   */
  public StockPolicy(Item item, Deliveries deliveries, double orderCents) {
    this.item = item;
    this.deliveries = deliveries;
    this.orderCents = orderCents;
  }

  /** The days an order placed on {@code today} must last, at least 1. */
  public int protectionDays(int today) {
    int next = deliveries.nextAfter(deliveries.arrivalOfOrderOn(today));
    return Math.max(1, next - today);
  }

  /** The day an order placed on {@code day} usually arrives. */
  public int arrivalOfOrderOn(int day) {
    return deliveries.arrivalOfOrderOn(day);
  }

  /**
   * What an order of a day must cover, whatever the stock.
   *
   * @param outlook demand of the days from {@code today} on
   * @param today first day of the outlook
   */
  public Protection protection(DemandOutlook outlook, int today) {
    int leadDays = deliveries.arrivalOfOrderOn(today) - today;
    int days = Math.min(protectionDays(today), outlook.days());
    List<Deliveries.Arrival> arrivals = deliveries.arrivalsOfOrderOn(today);
    CycleCosts cycle = cycle(outlook, arrivals, today);
    DemandDistribution before =
        outlook.ofFirst(
            arrivals.stream()
                .map(one -> new DemandOutlook.Horizon(one.day() - today, one.chance()))
                .toList());
    Protection.@Nullable Sellable sellable = sellable(outlook, leadDays);
    double best = cycle.bestStock();
    double most = best + forFewerOrders(outlook, leadDays, days);
    return new Protection(
        outlook,
        today,
        days,
        before,
        cycle,
        sellable,
        1 - cycle.demand().chanceAbove(best),
        sellable == null ? most : Math.min(most, sellable.bestStock()));
  }

  /**
   * Advises on one place.
   *
   * @param protection of its demand, by this policy
   * @param position its stock
   */
  public Advice advise(Protection protection, StockPosition position) {
    return advise(protection, position, Double.MAX_VALUE);
  }

  /**
   * Advises on one place whose source has little.
   *
   * @param mostUnits what the source can send at most
   */
  public Advice advise(Protection protection, StockPosition position, double mostUnits) {
    DemandOutlook outlook = protection.outlook();
    int today = protection.today();
    int days = protection.days();
    UncertainDemand demand = protection.cycle().demand();
    DemandDistribution before = protection.before();
    double lost = before.expectedAbove(position.available());
    // demand that is lost before the order arrives does not take from what it brings
    double net = position.net() + lost;
    double wanted = quantity(protection, net);
    double quantity = Math.min(wanted, Math.floor(mostUnits / item.packSize()) * item.packSize());
    double supplied = Math.max(0, net + quantity);
    double unitsShort = demand.expectedAbove(position.available());
    double untilArrival = before.chanceAbove(position.available());
    double afterArrival = demand.chanceAbove(supplied);
    int orderBy = orderBy(protection, position);
    return new Advice(
        orderBy,
        deliveries.arrivalOfOrderOn(orderBy),
        today + days - 1,
        quantity,
        (int) Math.round(quantity / item.packSize()),
        Math.round(quantity * item.costCents()),
        Math.round(holdingCents(quantity, days)),
        protection.fractile(),
        runOut(outlook, position.available(), today),
        risk(demand.chanceAbove(position.available()), unitsShort),
        risk(
            Math.max(untilArrival, afterArrival),
            Math.min(unitsShort, lost + demand.expectedAbove(supplied))),
        untilArrival,
        afterArrival);
  }

  /**
   * The most units that an order can leave at a place: the level it orders up to, and the lot that
   * a first unit missing asks for.
   */
  double mostWanted(Protection protection) {
    return protection.target() + wholePacks(Math.max(1, item.minimumOrder()));
  }

  private CycleCosts cycle(DemandOutlook outlook, List<Deliveries.Arrival> arrivals, int today) {
    int longest = arrivals.stream().mapToInt(one -> one.next() - one.day()).max().orElse(1);
    List<DemandDistribution> nights = new ArrayList<>();
    for (int night = 1; night <= longest; night++) {
      int last = night;
      nights.add(
          outlook.ofFirst(
              arrivals.stream()
                  .map(
                      one ->
                          new DemandOutlook.Horizon(
                              Math.min(one.day() + last, one.next()) - today, one.chance()))
                  .toList()));
    }
    double leadDays =
        arrivals.stream().mapToDouble(one -> (one.day() - today) * one.chance()).sum();
    return new CycleCosts(nights, leadDays, holdingCents(1, 1), Math.max(0, item.marginCents()));
  }

  /** Cost of holding units for so many days. */
  double holdingCents(double quantity, int days) {
    return quantity * item.costCents() * item.holdingRatePerYear() * days / DAYS_A_YEAR;
  }

  /** What can be sold of goods that arrive now before they spoil; null if beyond the forecast. */
  private Protection.@Nullable Sellable sellable(DemandOutlook outlook, int leadDays) {
    int days = leadDays + item.shelfLifeDays();
    if (days > outlook.days()) {
      return null;
    }
    Newsvendor stakes = new Newsvendor(item.costCents(), Math.max(0, item.marginCents()));
    return new Protection.Sellable(outlook.ofFirst(days), stakes);
  }

  /**
   * Units of later delivery periods that are cheaper to hold than to order again: a period is added
   * while holding its mean demand until then costs less than the order it saves.
   */
  private double forFewerOrders(DemandOutlook outlook, int leadDays, int days) {
    int period = Math.max(1, days - leadDays);
    double units = 0;
    for (int later = period; days + later <= outlook.days(); later += period) {
      double more = outlook.meanOfFirst(days + later) - outlook.meanOfFirst(days + later - period);
      if (holdingCents(more, later) >= orderCents) {
        break;
      }
      units += more;
    }
    return units;
  }

  private double quantity(Protection protection, double net) {
    double shortage = protection.target() - net;
    if (shortage <= 0) {
      return 0;
    }
    double up = wholePacks(Math.max(shortage, item.minimumOrder()));
    double saved = protection.lostMargin(net) - protection.lostMargin(net + up);
    if (orderCents > 0 && saved < orderCents) {
      return 0;
    }
    if (protection.sellable() == null) {
      return up;
    }
    double best = up;
    for (double other : new double[] {up - item.packSize(), 0}) {
      boolean isAllowed = other == 0 || other >= item.minimumOrder();
      if (isAllowed && protection.expectedCost(net + other) < protection.expectedCost(net + best)) {
        best = other;
      }
    }
    return best;
  }

  private double wholePacks(double quantity) {
    return Math.ceil(quantity / item.packSize() - 1e-9) * item.packSize();
  }

  private int orderBy(Protection protection, StockPosition position) {
    DemandOutlook outlook = protection.outlook();
    int today = protection.today();
    double accepted = 1 - protection.fractile();
    int days = 1;
    while (days < outlook.days()
        && outlook.ofFirst(days).chanceAbove(position.available()) <= accepted) {
      days++;
    }
    int order = today + days - 1;
    while (order > today && deliveries.arrivalOfOrderOn(order) > today + days - 1) {
      order--;
    }
    return order;
  }

  private static @Nullable Integer runOut(DemandOutlook outlook, double available, int today) {
    for (int days = 1; days <= outlook.days(); days++) {
      if (outlook.medianOfFirst(days) >= available) {
        return today + days - 1;
      }
    }
    return null;
  }

  private Advice.Risk risk(double chance, double unitsShort) {
    return new Advice.Risk(chance, Math.round(unitsShort * Math.max(0, item.marginCents())));
  }
}

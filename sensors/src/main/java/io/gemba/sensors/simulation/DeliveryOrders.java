package io.gemba.sensors.simulation;

import io.gemba.message.Order;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The shops' orders: each orders for each open day what it expects to sell of most items, to be
 * delivered within its window. Pure and immutable.
 */
final class DeliveryOrders {
  private static final double STANDING_SHARE = 0.85;

  private final Site site;
  private final ShopModel shops;
  private final long seed;
  private final String from;

  /** Goods come from the first warehouse, or without one from the first place. */
  DeliveryOrders(Site site, ShopModel shops, long seed) {
    this.site = site;
    this.shops = shops;
    this.seed = seed;
    this.from =
        site.places().stream()
            .filter(place -> place.kind() == Place.Kind.WAREHOUSE)
            .findFirst()
            .orElse(site.places().get(0))
            .id();
  }

  /** One order a shop; none on a day on which the site is closed. */
  List<Order> of(LocalDate day, Instant placedAt) {
    List<Order> orders = new ArrayList<>();
    if (site.calendar().isClosed(day)) {
      return orders;
    }
    for (int store = 0; store < shops.stores().size(); store++) {
      Place place = shops.stores().get(store);
      List<Order.Line> lines = new ArrayList<>();
      for (int item = 0; item < site.items().size(); item++) {
        double units = standingUnits(item, store, day);
        if (units > 0) {
          lines.add(new Order.Line(site.items().get(item).id(), units));
        }
      }
      if (!lines.isEmpty()) {
        orders.add(order("delivery-" + day + "-" + place.id(), place, day, placedAt, lines));
      }
    }
    return orders;
  }

  /**
   * One order of given lines.
   *
   * @param day day of the delivery, within the window of the place
   */
  Order order(String id, Place to, LocalDate day, Instant placedAt, List<Order.Line> lines) {
    double boxes = 0;
    double kilograms = 0;
    double cents = 0;
    for (Order.Line line : lines) {
      Item item = site.findItem(line.item()).orElseThrow();
      boxes += line.quantity() / item.unitsPerBox();
      kilograms += line.quantity() * item.kilogramsPerUnit();
      cents += line.quantity() * item.priceCents();
    }
    return new Order(
        id,
        Order.Kind.DELIVERY,
        Order.Status.OPEN,
        from,
        to.id(),
        placedAt,
        day.atTime(to.opens()).atZone(site.zone()).toInstant(),
        day.atTime(to.closes()).atZone(site.zone()).toInstant(),
        lines,
        Math.ceil(boxes),
        Math.rint(kilograms * 10) / 10,
        Math.round(cents),
        List.of());
  }

  private double standingUnits(int item, int store, LocalDate day) {
    if (Noise.uniform(Noise.hash(seed ^ 11, item, store, 0)) >= STANDING_SHARE) {
      return 0;
    }
    double mood = 0.88 + 0.24 * Noise.uniform(Noise.hash(seed ^ 12, store, day.toEpochDay(), 0));
    double wanted = shops.mean(item, store, day) * mood;
    double whole = Math.floor(wanted);
    boolean oneMore =
        Noise.uniform(Noise.hash(seed ^ 13, item, store, day.toEpochDay())) < wanted - whole;
    return whole + (oneMore ? 1 : 0);
  }
}

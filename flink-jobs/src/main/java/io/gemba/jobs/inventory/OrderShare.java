package io.gemba.jobs.inventory;

import static io.gemba.site.Place.Kind.PLANT;
import static io.gemba.site.Place.Kind.WAREHOUSE;

import io.gemba.site.Site;
import io.gemba.site.Supplier;

/** What one item of one place pays of the cost of an order. */
final class OrderShare {
  private OrderShare() {}

  /**
   * A supplier's items are ordered together, and for all places at once where a warehouse takes the
   * goods in; without one each place has an order of its own.
   *
   * @return cents, not rounded
   */
  static double cents(Supplier supplier, Site site) {
    long items = site.items().stream().filter(item -> item.source().equals(supplier.id())).count();
    boolean isShared = site.places().stream().anyMatch(place -> place.kind() == WAREHOUSE);
    long places =
        isShared ? site.places().stream().filter(place -> place.kind() != PLANT).count() : 1;
    return (double) supplier.orderCostCents() / Math.max(1, items * places);
  }
}

package io.gemba.standalone.bench;

import io.gemba.site.Item;
import io.gemba.site.Line;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.List;

/** A site with more items than the one it is made from: each is repeated under other names. */
final class WideSite {
  private WideSite() {}

  /** Shops of a site: the places that sell. */
  static List<Place> shops(Site site) {
    return site.places().stream().filter(place -> place.kind() == Place.Kind.STORE).toList();
  }

  /**
   * Widens a site; its lines are as much faster as there are more items.
   *
   * @param series items x shops, at least so many
   */
  static Site of(Site site, int series) {
    int shops = Math.max(1, shops(site).size());
    int wanted = (series + shops - 1) / shops;
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      Item one = site.items().get(i % site.items().size());
      items.add(i < site.items().size() ? one : named(one, one.id() + "-" + i));
    }
    double times = (double) items.size() / site.items().size();
    List<Line> lines =
        site.lines().stream()
            .map(one -> new Line(one.id(), one.name(), one.place(), times * one.unitsPerHour()))
            .toList();
    return new Site(
        site.id(),
        site.name(),
        site.currency(),
        site.zone(),
        site.places(),
        site.suppliers(),
        items,
        lines,
        site.machines(),
        site.people(),
        site.shifts(),
        site.vehicles(),
        site.labour(),
        site.calendar(),
        site.costs(),
        site.rostering(),
        site.routing());
  }

  private static Item named(Item one, String id) {
    return new Item(
        id,
        id,
        one.priceCents(),
        one.costCents(),
        one.packSize(),
        one.minimumOrder(),
        one.leadTimeDays(),
        one.shelfLifeDays(),
        one.holdingRatePerYear(),
        one.source(),
        one.unitsPerBox(),
        one.kilogramsPerUnit(),
        one.handling());
  }
}

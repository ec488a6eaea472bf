package io.gemba.jobs.inventory;

import static io.gemba.site.Place.Kind.WAREHOUSE;

import io.gemba.forecast.policy.Deliveries;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.forecast.policy.TransferSides;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Roads;
import io.gemba.site.Site;
import io.gemba.site.Supplier;
import io.gemba.site.Vehicle;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a place can get an item from: its source, its warehouse, or another place. */
final class SupplyNetwork {
  private static final double MINUTES = 60;

  private final Site site;
  private final Roads roads;
  private final @Nullable Vehicle van;
  private final Map<String, Goods> goods = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> warehouseByPlace = new HashMap<>();

  SupplyNetwork(Site site) {
    this.site = site;
    this.roads = new Roads(site);
    this.van =
        site.vehicles().stream()
            .min(
                Comparator.comparingLong(Vehicle::centsPerHour)
                    .thenComparingLong(Vehicle::centsPerKilometre))
            .orElse(null);
    Map<String, Supplier> suppliers = new HashMap<>();
    site.suppliers().forEach(supplier -> suppliers.put(supplier.id(), supplier));
    for (Item item : site.items()) {
      goods.put(item.id(), goods(item, suppliers.get(item.source())));
    }
    for (Place place : site.places()) {
      places.put(place.id(), place);
      site.places().stream()
          .filter(other -> other.kind() == WAREHOUSE && !other.equals(place))
          .min(
              Comparator.comparingDouble(
                      (Place other) -> roads.between(other.id(), place.id()).kilometres())
                  .thenComparing(Place::id))
          .ifPresent(warehouse -> warehouseByPlace.put(place.id(), warehouse.id()));
    }
  }

  /**
   * An item and how it can be had.
   *
   * @param fromSource how to order from its supplier or line
   * @param fromWarehouse how to order from a warehouse that holds it: there on the next day, whole
   *     packs, and the way is driven anyway
   * @param orderCents its share of the cost of an order from the source
   * @param sides what bringing it from place to place means
   */
  record Goods(
      Item item,
      StockPolicy fromSource,
      StockPolicy fromWarehouse,
      double orderCents,
      TransferSides sides) {}

  private Goods goods(Item item, @Nullable Supplier supplier) {
    List<DayOfWeek> days = supplier == null ? List.of() : supplier.deliveryDays();
    Double deviation = supplier == null ? null : supplier.leadTimeDeviationDays();
    double orderCents = supplier == null ? 0 : OrderShare.cents(supplier, site);
    Deliveries deliveries =
        new Deliveries(item.leadTimeDays(), Objects.requireNonNullElse(deviation, 0.0), days);
    return new Goods(
        item,
        new StockPolicy(item, deliveries, orderCents),
        new StockPolicy(item.withoutMinimumOrder(), new Deliveries(1, List.of())),
        orderCents,
        new TransferSides(item, deliveries));
  }

  /**
   * An item.
   *
   * @throws IllegalArgumentException if the site does not know it
   */
  Goods goods(String id) {
    Goods found = goods.get(id);
    if (found == null) {
      throw new IllegalArgumentException("item '" + id + "' is not in the site file. Add it.");
    }
    return found;
  }

  /** Name of a place for people. */
  String nameOf(String place) {
    Place found = places.get(place);
    return found == null ? place : found.name();
  }

  /** The warehouse that brings goods to a place: the nearest. */
  Optional<String> warehouseOf(String place) {
    return Optional.ofNullable(warehouseByPlace.get(place));
  }

  /** Whether goods can be brought from place to place at all. */
  boolean hasVans() {
    return van != null;
  }

  /**
   * What a van's tour costs more that takes goods in at one place and goes on to bring them to
   * another: the way between them and the time at both.
   */
  double tripCents(String from, String to) {
    Place start = Objects.requireNonNull(places.get(from));
    Place end = Objects.requireNonNull(places.get(to));
    Vehicle driven = Objects.requireNonNull(van);
    Roads.Length way = roads.between(from, to, driven.duty().profile());
    double hours = (way.minutes() + start.serviceMinutes() + end.serviceMinutes()) / MINUTES;
    return way.kilometres() * driven.centsPerKilometre() + hours * driven.centsPerHour();
  }
}

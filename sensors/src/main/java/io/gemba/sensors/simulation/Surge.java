package io.gemba.sensors.simulation;

import io.gemba.message.Demand;
import io.gemba.message.Order;
import io.gemba.message.ResourceChange;
import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command means outside the plant: extra sales and orders for a surge, a note of the staff
 * or fleet system for a sick call or a broken van. A surge of intensity 1 sells one more day's
 * demand within its minutes. Pure and immutable.
 */
final class Surge {
  private static final Duration LATEST_ORDER = Duration.ofHours(3);

  private final Site site;
  private final ShopModel shops;
  private final DeliveryOrders deliveries;
  private final long seed;

  Surge(Site site, ShopModel shops, DeliveryOrders deliveries, long seed) {
    this.site = site;
    this.shops = shops;
    this.deliveries = deliveries;
    this.seed = seed;
  }

  /** Extra sales of a surge with their times and deterministic ids; nothing for other commands. */
  List<Demand> sales(SimulationCommand command, Instant startedAt) {
    List<Demand> sales = new ArrayList<>();
    if (command.fault() != Fault.DEMAND_SURGE) {
      return sales;
    }
    long hash = Noise.hash(seed ^ 14, command.id());
    for (int item = 0; item < site.items().size(); item++) {
      for (int store = 0; store < shops.stores().size(); store++) {
        int units = extraUnits(command, item, store, startedAt);
        for (int number = 0; number < units; number++) {
          double share = Noise.uniform(Noise.hash(hash ^ 1, item, store, number));
          Instant at = startedAt.plusMillis((long) (share * command.minutes() * 60_000));
          sales.add(sale(command, site.items().get(item), shops.stores().get(store), number, at));
        }
      }
    }
    return sales;
  }

  /** What is told at once: extra orders, or that a person or van is away until the end. */
  List<ErpMessage> announcements(SimulationCommand command, Instant startedAt) {
    return switch (command.fault()) {
      case DEMAND_SURGE -> extraOrders(command, startedAt);
      case VAN_BREAKDOWN -> away(command, ResourceChange.Kind.VEHICLE, "breakdown", startedAt);
      case SICK_CALL -> away(command, ResourceChange.Kind.PERSON, "sick", startedAt);
      case BEARING_WEAR, STUCK_SENSOR -> List.of();
    };
  }

  private List<ErpMessage> extraOrders(SimulationCommand command, Instant startedAt) {
    List<ErpMessage> orders = new ArrayList<>();
    for (int store = 0; store < shops.stores().size(); store++) {
      Place place = shops.stores().get(store);
      List<Order.Line> lines = new ArrayList<>();
      for (int item = 0; item < site.items().size(); item++) {
        int units = extraUnits(command, item, store, startedAt);
        if (units > 0) {
          lines.add(new Order.Line(site.items().get(item).id(), units));
        }
      }
      if (!lines.isEmpty()) {
        String id = "surge-" + command.id() + "-" + place.id();
        LocalDate day = deliveryDay(place, startedAt);
        orders.add(ErpMessage.of(deliveries.order(id, place, day, startedAt, lines)));
      }
    }
    return orders;
  }

  private LocalDate deliveryDay(Place place, Instant startedAt) {
    LocalDate day = LocalDate.ofInstant(startedAt, site.zone());
    Instant closes = day.atTime(place.closes()).atZone(site.zone()).toInstant();
    if (closes.isBefore(startedAt.plus(LATEST_ORDER))) {
      day = day.plusDays(1);
    }
    while (site.calendar().isClosed(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** A surge on a closed day takes the next open day's demand for its measure. */
  private int extraUnits(SimulationCommand command, int item, int store, Instant startedAt) {
    String itemId = site.items().get(item).id();
    if (!command.target().equals("*") && !command.target().equals(itemId)) {
      return 0;
    }
    LocalDate day = LocalDate.ofInstant(startedAt, site.zone());
    while (site.calendar().isClosed(day)) {
      day = day.plusDays(1);
    }
    long hash = Noise.hash(seed ^ 15, command.id());
    double mean = shops.mean(item, store, day) * command.intensity();
    return mean == 0 ? 0 : Noise.poisson(mean, Noise.hash(hash, item, store, 0));
  }

  private static Demand sale(
      SimulationCommand command, Item item, Place store, int number, Instant at) {
    return new Demand(
        "surge/%s/%s@%s/%d".formatted(command.id(), item.id(), store.id(), number),
        Demand.Kind.SALE,
        item.id(),
        store.id(),
        at,
        1,
        item.priceCents(),
        false,
        0);
  }

  private static List<ErpMessage> away(
      SimulationCommand command, ResourceChange.Kind kind, String reason, Instant startedAt) {
    Instant until = startedAt.plusMillis(Math.max(1, (long) (command.minutes() * 60_000)));
    return List.of(
        ErpMessage.of(
            new ResourceChange(
                command.id(), kind, command.target(), false, startedAt, until, reason)));
  }
}

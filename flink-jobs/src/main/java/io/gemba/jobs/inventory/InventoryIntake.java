package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.message.CapacityLoss;
import io.gemba.message.Forecast;
import io.gemba.message.Order;
import io.gemba.message.Stock;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns messages into what they mean for an item. Ids that the site does not know are refused. */
final class InventoryIntake implements Serializable {
  private static final long serialVersionUID = 1;

  private final ZoneId zone;
  private final Set<String> items;
  private final Set<String> places;
  private final Map<String, List<String>> itemsBySource = new HashMap<>();

  InventoryIntake(Site site) {
    this.zone = site.zone();
    this.items = site.items().stream().map(Item::id).collect(Collectors.toSet());
    this.places = site.places().stream().map(Place::id).collect(Collectors.toSet());
    for (Item item : site.items()) {
      itemsBySource.computeIfAbsent(item.source(), source -> new ArrayList<>()).add(item.id());
    }
  }

  /**
   * A forecast as the policy needs it.
   *
   * @throws IllegalArgumentException naming the id that the site does not know
   */
  List<InventoryEvent> of(Forecast forecast) {
    check(forecast.item(), forecast.place());
    if (forecast.levels().size() < 2 || forecast.mean().isEmpty()) {
      throw new IllegalArgumentException(
          "forecast '%s' has %d levels and %d days. Send at least 2 and 1."
              .formatted(forecast.id(), forecast.levels().size(), forecast.mean().size()));
    }
    float[][] cumulative = new float[forecast.levels().size()][];
    for (int level = 0; level < cumulative.length; level++) {
      cumulative[level] = floats(forecast.cumulative().get(level));
    }
    DemandOutlook outlook =
        new DemandOutlook(
            (int) forecast.origin().toEpochDay(),
            floats(forecast.levels()),
            floats(forecast.mean()),
            cumulative);
    return List.of(new InventoryEvent.Expected(forecast.item(), forecast.place(), outlook));
  }

  /**
   * A count or movement.
   *
   * @throws IllegalArgumentException naming the id that the site does not know
   */
  List<InventoryEvent> of(Stock stock) {
    check(stock.item(), stock.place());
    return List.of(new InventoryEvent.Stocked(stock));
  }

  /**
   * The lines of a replenishment order: units on their way to a place, and units less, below 0, for
   * the place they are taken from. A delivery order means nothing here.
   *
   * @throws IllegalArgumentException naming the id that the site does not know
   */
  List<InventoryEvent> of(Order order) {
    if (order.kind() != Order.Kind.REPLENISHMENT) {
      return List.of();
    }
    Map<String, Double> quantities = new HashMap<>();
    for (Order.Line line : order.lines()) {
      check(line.item(), order.to());
      quantities.merge(line.item(), line.quantity(), Double::sum);
    }
    int dueDay = (int) order.windowEnd().atZone(zone).toLocalDate().toEpochDay();
    boolean isOpen = order.status() == Order.Status.OPEN;
    List<InventoryEvent> events = new ArrayList<>();
    quantities.forEach(
        (item, quantity) -> {
          events.add(
              new InventoryEvent.Ordered(item, order.to(), order.id(), isOpen, quantity, dueDay));
          if (places.contains(order.from())) {
            events.add(
                new InventoryEvent.Ordered(
                    item, order.from(), order.id(), isOpen, -quantity, dueDay));
          }
        });
    return events;
  }

  /**
   * Units lost of the item that was being made, or in equal parts of all items of the line when
   * that is not known.
   */
  List<InventoryEvent> of(CapacityLoss loss) {
    String making = loss.item();
    List<String> affected =
        making != null && items.contains(making)
            ? List.of(making)
            : itemsBySource.getOrDefault(loss.line(), List.of());
    List<InventoryEvent> events = new ArrayList<>();
    for (String item : affected) {
      events.add(
          new InventoryEvent.Lost(
              item,
              loss.id(),
              loss.revision(),
              loss.lostUnits() / affected.size(),
              loss.until().toEpochMilli(),
              "%s on %s".formatted(loss.reason(), loss.machine())));
    }
    return events;
  }

  private void check(String item, String place) {
    if (!items.contains(item)) {
      throw new IllegalArgumentException(
          "item '%s' is not in the site file. Add it, or correct the sender.".formatted(item));
    }
    if (!places.contains(place)) {
      throw new IllegalArgumentException(
          "place '%s' is not in the site file. Add it, or correct the sender.".formatted(place));
    }
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }
}

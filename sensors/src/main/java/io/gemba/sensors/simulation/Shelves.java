package io.gemba.sensors.simulation;

import io.gemba.message.Order;
import io.gemba.message.Stock;
import io.gemba.site.Item;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies on the shops' shelves and what is on its way. Sales take from it, down to nothing;
 * arrivals add. Counts of what changed are handed out on demand. Not thread safe.
 */
final class Shelves {
  private static final double LOW_SHARE = 0.03;

  private final Site site;
  private final ShopModel shops;
  private final Map<String, Double> onHand = new HashMap<>();
  private final Map<String, Double> onOrder = new HashMap<>();
  private final Map<String, String> touched = new TreeMap<>();

  Shelves(Site site, ShopModel shops) {
    this.site = site;
    this.shops = shops;
  }

  /** Fills the shelves for a first day: about a lead time and half a week, some nearly empty. */
  void fill(LocalDate day, long seed) {
    for (int i = 0; i < site.items().size(); i++) {
      Item item = site.items().get(i);
      for (int store = 0; store < shops.stores().size(); store++) {
        long hash = Noise.hash(seed ^ 9, i, store, 0);
        double week = 0;
        for (int ahead = 0; ahead < 7; ahead++) {
          week += shops.mean(i, store, day.plusDays(ahead));
        }
        boolean low = Noise.uniform(hash) < LOW_SHARE;
        double days =
            low
                ? 0.7 * Noise.uniform(hash ^ 1)
                : (item.leadTimeDays() + 3.5) * (0.8 + 0.6 * Noise.uniform(hash ^ 2));
        double units = Math.rint(week / 7 * Math.min(days, item.shelfLifeDays()));
        put(item.id() + "@" + shops.stores().get(store).id(), units, "count");
      }
    }
  }

  /** Sets a shelf, for example to the latest count that was sent. */
  void put(String key, double units, String reason) {
    onHand.put(key, units);
    touched.put(key, reason);
  }

  /** Forgets what changed: it was sent before. */
  void forgetChanges() {
    touched.clear();
  }

  /** Adds units to a shelf, or takes them; not below zero. Unknown shelves stay unknown. */
  void move(String key, double units, String reason) {
    if (onHand.computeIfPresent(key, (k, now) -> Math.max(0, now + units)) != null) {
      touched.put(key, reason);
    }
  }

  /** Notes an order's lines as on their way; a factor of -1 takes them back. */
  void expect(Order order, int factor) {
    for (Order.Line line : order.lines()) {
      String key = line.item() + "@" + order.to();
      if (onHand.containsKey(key)) {
        onOrder.merge(key, factor * line.quantity(), Double::sum);
        touched.putIfAbsent(key, "order");
      }
    }
  }

  double onHand(String key) {
    return onHand.getOrDefault(key, 0.0);
  }

  /** A count of each shelf that changed since the last call, by key. */
  List<Stock> counts(Instant at) {
    List<Stock> counts = new ArrayList<>();
    touched.forEach(
        (key, reason) -> {
          int split = key.lastIndexOf('@');
          counts.add(
              new Stock(
                  "count/" + key + "/" + at.toEpochMilli(),
                  Stock.Kind.COUNT,
                  key.substring(0, split),
                  key.substring(split + 1),
                  at,
                  onHand(key),
                  Math.max(0, onOrder.getOrDefault(key, 0.0)),
                  reason));
        });
    touched.clear();
    return counts;
  }
}

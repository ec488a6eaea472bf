package io.gemba.standalone.bench;

import io.gemba.message.Stock;
import io.gemba.message.Topic;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts an empty shelf now and then, of each item once and in one shop alone, and notes how long
 * its proposal takes, while stock of all items moves in the other shops.
 */
final class StockProbes {
  private final Site site;
  private final List<Place> shops;
  private final Clock clock;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Map<String, Long> answered = new ConcurrentHashMap<>();

  StockProbes(Site site, List<Place> shops, Clock clock) {
    this.site = site;
    this.shops = shops;
    this.clock = clock;
  }

  /** Takes a proposal; may be called in another thread. */
  void answer(String key, byte[] value, long nanos) {
    Long from = sent.get(key);
    if (from != null) {
      answered.putIfAbsent(key, nanos - from);
    }
  }

  /** Moves stock for some seconds; probes are spread evenly over them. */
  void run(BenchInput input, int seconds, int perSecond) {
    List<Item> items = site.items();
    long all = (long) seconds * perSecond;
    long every = Math.max(1, all / items.size());
    int others = Math.max(1, shops.size() - 1);
    long start = System.nanoTime();
    for (long i = 0; i < all; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      if (i % every == 0 && i / every < items.size()) {
        probe(input, items.get((int) (i / every)));
      }
      Item item = items.get((int) (i % items.size()));
      Place shop = shops.get(1 % shops.size() + (int) (i / items.size() % others) % others);
      double units = i / items.size() / others % 2 == 0 ? -1 : 1;
      move(input, "move-" + i, item, shop, units);
    }
    input.flush();
  }

  private void probe(BenchInput input, Item item) {
    Place shop = shops.get(0);
    Stock count =
        new Stock(
            "probe-" + item.id(),
            Stock.Kind.COUNT,
            item.id(),
            shop.id(),
            clock.instant(),
            0,
            0,
            "count");
    sent.put(count.key(), System.nanoTime());
    input.send(Topic.STOCK, count.key(), count);
  }

  private void move(BenchInput input, String id, Item item, Place shop, double units) {
    Stock movement =
        new Stock(
            id,
            Stock.Kind.MOVEMENT,
            item.id(),
            shop.id(),
            clock.instant(),
            units,
            0,
            units < 0 ? "sale" : "receipt");
    input.send(Topic.STOCK, movement.key(), movement);
  }

  /** Prints how long proposals took. */
  void print(PrintStream out, int perSecond) {
    long[] nanos = answered.values().stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(Locale.ROOT, "counts that became a proposal: %d of %d%n", nanos.length, sent.size());
    for (double share : new double[] {0.5, 0.99, 1}) {
      out.printf(
          Locale.ROOT,
          "count to proposal at %d movements/s, %.0f %% within: %.2f s%n",
          perSecond,
          100 * share,
          nanos.length == 0 ? Double.NaN : at(nanos, share) / 1e9);
    }
  }

  private static long at(long[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
  }
}

package io.gemba.planner.intake;

import io.gemba.message.Order;
import io.gemba.message.Overstock;
import io.gemba.message.Replenishment;
import io.gemba.message.ResourceChange;
import io.gemba.message.Topic;
import io.gemba.message.Workload;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What each topic's records become in the store; those of machines and sensors are {@link
 * PlantFeeds}. Forecasts are not read: plans follow from the workload and the proposals that other
 * jobs make of them, and 28 days of quantiles for thousands of series would only be carried along.
 */
public final class TopicFeeds {
  private final Site site;
  private final Store store;
  private final Clock clock;
  private final Listener listener;
  private final KeptFeeds feeds;

  /** Told of what has been committed; must be quick. */
  public interface Listener {
    /** Records of a topic are in. */
    void came(Topic topic);

    /** Proposals that make up for lost capacity are in. */
    void shortagesCame();
  }

  /** Writes into a store. */
  public TopicFeeds(Site site, Store store, Clock clock, Listener listener) {
    this.site = site;
    this.store = store;
    this.clock = clock;
    this.listener = listener;
    this.feeds = new KeptFeeds(listener);
  }

  /** One feed a topic that is kept. */
  public List<Feed<?>> all() {
    List<Feed<?>> all = new ArrayList<>(new PlantFeeds(site, store, feeds).all());
    all.add(feeds.kept(Topic.WORKLOAD, Workload.class, store.workload(), this::row));
    all.add(feeds.feed(Topic.ORDERS, Order.class, this::orders));
    all.add(feeds.feed(Topic.RESOURCES, ResourceChange.class, this::resources));
    all.add(feeds.kept(Topic.OVERSTOCKS, Overstock.class, store.overstocks(), TopicFeeds::row));
    all.add(
        new Feed<>(
            Topic.REPLENISHMENTS, Replenishment.class, this::replenishments, this::proposed));
    return List.copyOf(all);
  }

  private LatestTable.Row<Workload> row(Workload one) {
    Instant start = one.day().atStartOfDay(site.zone()).toInstant();
    return new LatestTable.Row<>(one.id(), one.revision(), 0, true, start, one);
  }

  private void orders(Transaction transaction, List<Order> records) {
    store.orders().put(transaction, OrderRows.of(records));
  }

  /** Kept in the order they came, since a later word about the same time holds. */
  private void resources(Transaction transaction, List<ResourceChange> records) {
    Instant now = clock.instant();
    List<LatestTable.Row<ResourceChange>> rows = new ArrayList<>();
    for (ResourceChange one : records) {
      Instant came = now.plus(rows.size(), ChronoUnit.MICROS);
      boolean isNew = store.resources().find(transaction, one.id()).isEmpty();
      if (isNew) {
        rows.add(new LatestTable.Row<>(one.id(), 0, 0, true, came, one));
      }
    }
    store.resources().put(transaction, rows);
  }

  private static LatestTable.Row<Overstock> row(Overstock one) {
    return new LatestTable.Row<>(
        one.key(), one.madeAt().toEpochMilli(), one.totalCents(), one.holds(), one.madeAt(), one);
  }

  private void replenishments(Transaction transaction, List<Replenishment> records) {
    store.replenishments().put(transaction, KeptFeeds.rows(records, one -> row(one.key(), one)));
    List<Replenishment> shortages = records.stream().filter(TopicFeeds::isShortage).toList();
    store.shortages().put(transaction, KeptFeeds.rows(shortages, one -> row(one.id(), one)));
  }

  private void proposed(List<Replenishment> records) {
    listener.came(Topic.REPLENISHMENTS);
    if (records.stream().anyMatch(TopicFeeds::isShortage)) {
      listener.shortagesCame();
    }
  }

  private static LatestTable.Row<Replenishment> row(String key, Replenishment one) {
    return new LatestTable.Row<>(
        key,
        one.madeAt().toEpochMilli(),
        one.riskWithoutCents(),
        one.quantity() > 0,
        one.madeAt(),
        one);
  }

  private static boolean isShortage(Replenishment one) {
    return one.lostUnits() > 0 && !one.causes().isEmpty();
  }
}

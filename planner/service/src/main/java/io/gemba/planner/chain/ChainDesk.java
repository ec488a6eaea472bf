package io.gemba.planner.chain;

import io.gemba.message.CapacityLoss;
import io.gemba.planner.store.Store;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shows chains. Thread safe. */
public final class ChainDesk {
  private static final Duration LISTED = Duration.ofDays(3);
  private static final int MOST_LISTED = 50;

  private final Site site;
  private final Store store;
  private final Clock clock;

  /** A chain in the list; the id is that of the lost capacity it begins with. */
  public record Row(
      String id,
      String title,
      String detail,
      Instant at,
      long savesCents,
      long toActCents,
      long avoidedCents) {}

  /** Works on a store. */
  public ChainDesk(Site site, Store store, Clock clock) {
    this.site = site;
    this.store = store;
    this.clock = clock;
  }

  /** The chain through any id; no links when the id is unknown. */
  public Chain find(String id) {
    return store.call(
        transaction -> ChainRule.chain(id, new StoredNodes(site, store, transaction)));
  }

  /** Chains of the last three days that lead anywhere, newest first. */
  public List<Row> list() {
    return store.call(
        transaction -> {
          StoredNodes nodes = new StoredNodes(site, store, transaction);
          Instant now = clock.instant();
          List<CapacityLoss> losses =
              store.capacity().listBetween(transaction, now.minus(LISTED), now);
          List<Row> rows = new ArrayList<>();
          losses.stream()
              .sorted(Comparator.comparing(CapacityLoss::from).reversed())
              .limit(MOST_LISTED)
              .forEach(
                  loss -> {
                    Chain chain = ChainRule.chain(loss.id(), nodes);
                    boolean leads =
                        chain.links().stream()
                            .anyMatch(link -> link.page() != ChainNode.Page.sensors);
                    if (leads) {
                      rows.add(row(loss, nodes.node(loss), chain));
                    }
                  });
          return rows;
        });
  }

  private static Row row(CapacityLoss loss, ChainNode node, Chain chain) {
    return new Row(
        loss.id(),
        node.title(),
        node.detail(),
        loss.from(),
        chain.savesCents(),
        chain.toActCents(),
        chain.avoidedCents());
  }
}

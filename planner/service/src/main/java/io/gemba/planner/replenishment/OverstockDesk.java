package io.gemba.planner.replenishment;

import io.gemba.message.Overstock;
import io.gemba.planner.store.Store;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows where there is too much. Thread safe. */
public final class OverstockDesk {
  private final Store store;
  private final Map<String, String> itemNames;
  private final Map<String, String> placeNames;

  /** Works on a store. */
  public OverstockDesk(Site site, Store store) {
    this.store = store;
    this.itemNames = site.items().stream().collect(Collectors.toMap(Item::id, Item::name));
    this.placeNames = site.places().stream().collect(Collectors.toMap(Place::id, Place::name));
  }

  /**
   * What is too much now.
   *
   * @param limit most rows
   */
  public OverstockView view(int limit) {
    return store.call(
        transaction ->
            new OverstockView(
                store.overstocks().sumActive(transaction),
                store.overstocks().countActive(transaction),
                store.overstocks().listActive(transaction, limit).stream()
                    .map(this::row)
                    .toList()));
  }

  /** How many there are. */
  public int open() {
    return store.call(transaction -> store.overstocks().countActive(transaction));
  }

  private OverstockView.Row row(Overstock one) {
    @Nullable String to = one.bringTo();
    return new OverstockView.Row(
        one.id(),
        one.revision(),
        one.item(),
        itemNames.getOrDefault(one.item(), one.item()),
        one.place(),
        placeNames.getOrDefault(one.place(), one.place()),
        one.onHand(),
        one.onOrder(),
        one.excessUnits(),
        one.expiringUnits(),
        one.daysOfStock(),
        one.soldOutBy(),
        one.holdingCents(),
        one.wasteCents(),
        one.totalCents(),
        to == null ? null : placeNames.getOrDefault(to, to),
        one.reason());
  }
}

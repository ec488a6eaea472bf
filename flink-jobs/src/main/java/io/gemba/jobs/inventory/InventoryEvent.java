package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.message.Stock;
import java.util.List;

/** What can change the stock of an item or the need for it. */
sealed interface InventoryEvent {
  /** The item it is about. */
  String item();

  /** A forecast of one place. */
  record Expected(String item, String place, DemandOutlook demand) implements InventoryEvent {}

  /** A count or a movement. */
  record Stocked(Stock stock) implements InventoryEvent {
    @Override
    public String item() {
      return stock.item();
    }
  }

  /**
   * A replenishment order for one place.
   *
   * @param isOpen whether it is still on its way
   * @param quantity units the place will get; below 0, units it gives
   * @param dueDay last day of its window, since 1970-01-01
   */
  record Ordered(
      String item, String place, String order, boolean isOpen, double quantity, int dueDay)
      implements InventoryEvent {}

  /**
   * Units of the item that a line did not make.
   *
   * @param loss id of the capacity loss
   * @param revision a later one replaces it
   * @param untilMillis end of the stop
   * @param what for a person: line and reason
   */
  record Lost(String item, String loss, int revision, double units, long untilMillis, String what)
      implements InventoryEvent {}

  /**
   * What an item has of its line.
   *
   * @param ofLine share of the line's hours, 0 to 1
   */
  record Shared(String item, double ofLine) implements InventoryEvent {}

  /** All kinds, in the order of their numbers in state and between operators. */
  List<Class<? extends InventoryEvent>> KINDS =
      List.of(Expected.class, Stocked.class, Ordered.class, Lost.class, Shared.class);
}

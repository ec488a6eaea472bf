package io.gemba.site;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.List;

/**
 * Somebody items are bought from.
 *
 * @param id unique among suppliers and lines
 * @param name for people
 * @param orderCostCents cost of one order, whatever is in it
 * @param deliveryDays days of the week it delivers on; empty means every day
 */
public record Supplier(String id, String name, long orderCostCents, List<DayOfWeek> deliveryDays)
    implements Serializable {
  /** Copies the days. */
  public Supplier {
    deliveryDays = List.copyOf(deliveryDays);
  }
}

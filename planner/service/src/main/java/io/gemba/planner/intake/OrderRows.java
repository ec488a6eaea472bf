package io.gemba.planner.intake;

import io.gemba.message.Order;
import io.gemba.planner.store.LatestTable;
import java.util.List;

/** How orders are kept, whoever writes them. */
public final class OrderRows {
  private OrderRows() {}

  /** Rows by order id; the last one written holds. */
  public static List<LatestTable.Row<Order>> of(List<Order> orders) {
    return orders.stream()
        .map(
            order ->
                new LatestTable.Row<>(
                    order.id(),
                    0,
                    order.valueCents(),
                    order.status() == Order.Status.OPEN,
                    order.windowStart(),
                    order))
        .toList();
  }
}

package io.gemba.message;

import java.time.Instant;
import java.util.List;

/**
 * Goods to bring to a place: a delivery that a van makes, or a replenishment from a source.
 *
 * @param id unique; a later message with the same id replaces the order
 * @param kind who fulfils it
 * @param status where it stands
 * @param from place or supplier or line that sends
 * @param to place that receives
 * @param placedAt when it was ordered
 * @param windowStart earliest arrival
 * @param windowEnd latest arrival before it counts as late, after the start
 * @param lines at least one
 * @param boxes load on a van, at least 0
 * @param kilograms load on a van, at least 0
 * @param valueCents sales value; lost if it is never delivered
 * @param causes ids of the messages this follows from
 */
public record Order(
    String id,
    Kind kind,
    Status status,
    String from,
    String to,
    Instant placedAt,
    Instant windowStart,
    Instant windowEnd,
    List<Line> lines,
    double boxes,
    double kilograms,
    long valueCents,
    List<String> causes) {

  /** Who fulfils it. */
  public enum Kind {
    DELIVERY,
    REPLENISHMENT
  }

  /** Where it stands. */
  public enum Status {
    OPEN,
    FULFILLED,
    CANCELLED
  }

  /**
   * One item of an order.
   *
   * @param item item id of the site file
   * @param quantity units, above 0
   */
  public record Line(String item, double quantity) {
    /**
     * @throws IllegalArgumentException if the item is blank or the quantity not above 0
     */
    public Line {
      Require.id(item, "item");
      if (Require.notNegative(quantity, "quantity") == 0) {
        throw new IllegalArgumentException("quantity (0) must be above 0. Leave the line out.");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if an id is missing, no line is there, or the window is empty
   */
  public Order {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.present(status, "status");
    Require.id(from, "from");
    Require.id(to, "to");
    Require.present(placedAt, "placedAt");
    Require.present(windowStart, "windowStart");
    Require.present(windowEnd, "windowEnd");
    if (!windowEnd.isAfter(windowStart)) {
      throw new IllegalArgumentException(
          "windowEnd (%s) of order '%s' must be after windowStart (%s)."
              .formatted(windowEnd, id, windowStart));
    }
    lines = List.copyOf(Require.present(lines, "lines"));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("lines of order '" + id + "' are empty. Name an item.");
    }
    Require.notNegative(boxes, "boxes");
    Require.notNegative(kilograms, "kilograms");
    Require.notNegative(valueCents, "valueCents");
    causes = causes == null ? List.of() : List.copyOf(causes);
  }
}

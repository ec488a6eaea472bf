package io.gemba.planner.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is sent: every field as text or number, so that all that is wrong can be said at
 * once. Missing id, boxes, kilograms, valueCents, kind, status, from and placedAt are filled in.
 *
 * @param id unique; made up when missing
 * @param kind {@code DELIVERY} (default) or {@code REPLENISHMENT}
 * @param status {@code OPEN} (default), {@code FULFILLED} or {@code CANCELLED}
 * @param from place, supplier or line that sends; default: the first warehouse
 * @param to place that receives
 * @param placedAt ISO-8601; default: now
 * @param windowStart ISO-8601
 * @param windowEnd ISO-8601
 * @param lines at least one
 * @param boxes load; default: from the items
 * @param kilograms load; default: from the items
 * @param valueCents sales value; default: from the items
 * @param causes ids it follows from
 */
public record OrderBody(
    @Nullable String id,
    @Nullable String kind,
    @Nullable String status,
    @Nullable String from,
    @Nullable String to,
    @Nullable String placedAt,
    @Nullable String windowStart,
    @Nullable String windowEnd,
    @Nullable List<Line> lines,
    @Nullable Double boxes,
    @Nullable Double kilograms,
    @Nullable Long valueCents,
    @Nullable List<String> causes) {

  /** Units of an item. */
  public record Line(@Nullable String item, @Nullable Double quantity) {}
}

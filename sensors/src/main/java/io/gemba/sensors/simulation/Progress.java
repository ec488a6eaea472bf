package io.gemba.sensors.simulation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the simulated ERP has come; kept on the log so that a restart goes on there.
 *
 * @param historyThrough last day of history that is on the log; null at first
 * @param through up to when live messages are on the log; null until the shop has opened
 * @param ordersThrough last day orders were placed for; null until the shop has opened
 */
record Progress(
    @Nullable LocalDate historyThrough,
    @Nullable Instant through,
    @Nullable LocalDate ordersThrough) {
  static final Progress NONE = new Progress(null, null, null);
}

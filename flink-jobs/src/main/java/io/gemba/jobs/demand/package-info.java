/**
 * From sales to forecasts. In: {@link io.gemba.message.Demand}, in any order. Out: a {@link
 * io.gemba.message.Forecast} of each item at each place, and the hourly {@link
 * io.gemba.message.Workload} that follows from all of them at plants, warehouses and stores.
 * Refused records become dead letters.
 *
 * <p>The first stage is keyed by place, because the weekday profile is pooled over all items of a
 * place; the second by the place of work.
 */
@NullMarked
package io.gemba.jobs.demand;

import org.jspecify.annotations.NullMarked;

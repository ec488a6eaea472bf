/**
 * From sales to forecasts. In: {@link io.gemba.message.Demand} and {@link
 * io.gemba.message.ForecastOverride}, in any order. Out: a {@link io.gemba.message.Forecast} of
 * each item at each place, and the hourly {@link io.gemba.message.Workload} that follows from all
 * of them at plants, warehouses and stores. Refused records become dead letters.
 *
 * <p>The first stage is keyed by place, because the weekday profile is pooled over all items of a
 * place; the second, in which planners' overrides count, by item and place; the third by the place
 * of work.
 */
@NullMarked
package io.gemba.jobs.demand;

import org.jspecify.annotations.NullMarked;

/**
 * Everything priced or measured goes to a time-series store. In: costs, production windows,
 * readings, alarm episodes, forecasts and the demand they are judged by. Out: the points of {@link
 * io.gemba.jobs.metrics.Measurement} as InfluxDB lines, each at least once and the same each time;
 * dead letters for what the store refuses.
 */
@NullMarked
package io.gemba.jobs.metrics;

import org.jspecify.annotations.NullMarked;

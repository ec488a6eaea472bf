/**
 * Demand of one item at one place: what was sold, and what will be. In: sales and day totals in any
 * order. Out: a {@link io.gemba.forecast.DemandForecast} of 28 days with quantiles of each day and
 * of running sums. Pure: no framework, no clock, no randomness; equal records give bit-equal
 * forecasts.
 */
@NullMarked
package io.gemba.forecast;

import org.jspecify.annotations.NullMarked;

/**
 * One model of all series. In: a {@link io.gemba.forecast.panel.Panel}. Out: a {@link
 * io.gemba.forecast.DemandForecast} a series. Calendar effects are divided out, trees correct the
 * level x weekday profile, other trees give the spread, and a calibration keeps the promises of the
 * quantiles. Plain Java; only training asks a library for trees, behind {@link
 * io.gemba.forecast.learn.RowSink}.
 */
@NullMarked
package io.gemba.forecast.learn;

import org.jspecify.annotations.NullMarked;

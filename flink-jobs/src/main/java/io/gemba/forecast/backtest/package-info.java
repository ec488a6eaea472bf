/** Forecasts from past days compared with what was sold: WRMSSE, scaled pinball loss, coverage. */
@NullMarked
package io.gemba.forecast.backtest;

import org.jspecify.annotations.NullMarked;

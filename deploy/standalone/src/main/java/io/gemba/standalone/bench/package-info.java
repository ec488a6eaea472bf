/**
 * How fast and how good Gemba is: what the {@code gemba bench} commands and the forecasts' backtest
 * measure. In: public data or a number of records. Out: figures, one a line.
 */
@NullMarked
package io.gemba.standalone.bench;

import org.jspecify.annotations.NullMarked;

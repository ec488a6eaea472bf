/** Reads history back from the time-series store. In: a sensor and a span. Out: points. */
@NullMarked
package io.gemba.planner.timeseries;

import org.jspecify.annotations.NullMarked;

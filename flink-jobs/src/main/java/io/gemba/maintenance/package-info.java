/**
 * How long a machine will still run. In: one row of condition values a cycle (a flight, a batch, an
 * hour), from its first on, or readings of which cycles are made. Out: cycles left with an
 * interval, and which sensors moved most. Pure; trees are grown by {@link io.gemba.forecast.train}.
 * What to do about it, in cents, is the planner's.
 */
@NullMarked
package io.gemba.maintenance;

import org.jspecify.annotations.NullMarked;

/**
 * How long a machine will still run. In: one row of condition values a cycle (a flight, a batch, an
 * hour), from its first on. Out: cycles left with an interval, which sensors moved most, and
 * whether to replace now or at the next planned stop, in cents. Pure; trees are grown by {@link
 * io.gemba.forecast.train}.
 */
@NullMarked
package io.gemba.maintenance;

import org.jspecify.annotations.NullMarked;

/**
 * From forecasts and stock to proposals. In: forecasts, stock counts and movements, replenishment
 * orders on their way, and capacity that lines lost. Out: a {@link io.gemba.message.Replenishment}
 * for each item at each place that has a forecast, revised when something that matters changed, and
 * an {@link io.gemba.message.Overstock} where there is too much.
 *
 * <p>Keyed by item, because what a line could not make is missed where stock is lowest first.
 */
@NullMarked
package io.gemba.jobs.inventory;

import org.jspecify.annotations.NullMarked;

/**
 * What to order, from the money at stake. In: an item, the quantiles of its demand, and the stock.
 * Out: an {@link io.gemba.forecast.policy.Advice}: quantity, chance of running out and lost margin
 * with and without the order. Pure, as all of the forecast.
 */
@NullMarked
package io.gemba.forecast.policy;

import org.jspecify.annotations.NullMarked;

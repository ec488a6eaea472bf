/**
 * Ordering in closed loop on real demand: what a rule costs in holding and lost margin over a year.
 */
@NullMarked
package io.gemba.forecast.stock;

import org.jspecify.annotations.NullMarked;

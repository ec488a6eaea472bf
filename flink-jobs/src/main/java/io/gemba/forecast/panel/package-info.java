/**
 * Many series over the same days, with their prices and what is known of days. Pure data; running
 * sums make the mean of any window a subtraction.
 */
@NullMarked
package io.gemba.forecast.panel;

import org.jspecify.annotations.NullMarked;

/** Boosted trees by Tribuo. The only package that knows the library. */
@NullMarked
package io.gemba.forecast.train;

import org.jspecify.annotations.NullMarked;

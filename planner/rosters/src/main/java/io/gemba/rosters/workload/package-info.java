/**
 * From workload to heads. In: volume per interval of 15 to 60 minutes as quantiles, a labour
 * standard, the prices of being short and long. Out: whole people per interval, and what one more
 * or fewer is expected to cost. Pure: no framework, no clock.
 */
@NullMarked
package io.gemba.rosters.workload;

import org.jspecify.annotations.NullMarked;

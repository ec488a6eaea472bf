/**
 * Recomputes a roster's rules and price from the raw request. In: request and cells. Out: what is
 * broken and what it costs. Shares no code with the planner, so that no defect of it is excused.
 */
@NullMarked
package io.gemba.rosters.check;

import org.jspecify.annotations.NullMarked;

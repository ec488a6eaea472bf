/**
 * Recomputes a plan from the raw request. In: request and result. Out: what does not agree. Shares
 * no code with the planner, so that no defect of it is excused.
 */
@NullMarked
package io.gemba.routes.check;

import org.jspecify.annotations.NullMarked;

/**
 * Proposals to order and what people decide about them, and where there is too much. In: proposals,
 * overstocks. Out: orders, costs.
 */
@NullMarked
package io.gemba.planner.replenishment;

import org.jspecify.annotations.NullMarked;

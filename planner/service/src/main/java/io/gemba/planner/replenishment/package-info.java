/** Proposals to order and what people decide about them. In: proposals. Out: orders, costs. */
@NullMarked
package io.gemba.planner.replenishment;

import org.jspecify.annotations.NullMarked;

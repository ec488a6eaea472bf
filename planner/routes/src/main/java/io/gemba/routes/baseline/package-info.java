/**
 * What a dispatcher without a planner does: always drive to the nearest next order. In: a model.
 * Out: a feasible plan to compare with.
 */
@NullMarked
package io.gemba.routes.baseline;

import org.jspecify.annotations.NullMarked;

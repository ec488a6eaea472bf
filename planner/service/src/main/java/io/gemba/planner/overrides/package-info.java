/** What planners say of demand instead of the model. In: their words. Out: overrides. */
@NullMarked
package io.gemba.planner.overrides;

import org.jspecify.annotations.NullMarked;

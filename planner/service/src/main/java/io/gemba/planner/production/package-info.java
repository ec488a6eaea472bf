/** How machines do: state, OEE, losses, bottleneck. In: states and windows. Out: views. */
@NullMarked
package io.gemba.planner.production;

import org.jspecify.annotations.NullMarked;

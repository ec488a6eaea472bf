/** The latest value and state of every sensor, in memory. In: readings, states. Out: views. */
@NullMarked
package io.gemba.planner.sensors;

import org.jspecify.annotations.NullMarked;

/** Tells the simulator to misbehave. In: what the demo menu asks for. Out: commands on a topic. */
@NullMarked
package io.gemba.planner.simulation;

import org.jspecify.annotations.NullMarked;

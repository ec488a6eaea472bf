/** Alarms, worst first, and who has seen them. In: episodes. Out: views. */
@NullMarked
package io.gemba.planner.alarms;

import org.jspecify.annotations.NullMarked;

/**
 * What a planner without a program does: one weekly pattern, repeated. In: a model. Out: a roster
 * to compare with and to start from.
 */
@NullMarked
package io.gemba.rosters.baseline;

import org.jspecify.annotations.NullMarked;

/**
 * The search. In: a {@link io.gemba.rosters.engine.Problem} of plain numbers: rows (people) of days
 * that hold a value (a shift worked for a skill, or free), sequence rules compiled to one weighted
 * automaton a row, counters, and cover units with a convex price. Out: the best roster found and
 * its exact price. Knows neither requests nor frameworks nor files.
 */
@NullMarked
package io.gemba.rosters.engine;

import org.jspecify.annotations.NullMarked;

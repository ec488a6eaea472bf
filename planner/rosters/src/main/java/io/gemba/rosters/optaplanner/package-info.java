/**
 * The problem as an OptaPlanner solution, its rules as constraint streams, and the search. In: a
 * model and a starting roster. Out: a better one. The only package that knows OptaPlanner.
 */
@NullMarked
package io.gemba.rosters.optaplanner;

import org.jspecify.annotations.NullMarked;

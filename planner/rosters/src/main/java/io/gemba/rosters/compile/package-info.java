/**
 * A request as a problem for the engine. In: a {@link io.gemba.rosters.model.RosterModel}. Out: a
 * {@link io.gemba.rosters.engine.Problem} whose hard and soft prices are those of the constraint
 * streams and of the checker, and the way back from values to duties.
 */
@NullMarked
package io.gemba.rosters.compile;

import org.jspecify.annotations.NullMarked;

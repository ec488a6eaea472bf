/**
 * Staff rosters. In: a {@link io.gemba.rosters.RosterRequest}. Out: a {@link
 * io.gemba.rosters.RosterResult} that {@link io.gemba.rosters.check.RosterChecker} has recomputed
 * from the request. Entry: {@link io.gemba.rosters.RosterPlanner}.
 */
@NullMarked
package io.gemba.rosters;

import org.jspecify.annotations.NullMarked;

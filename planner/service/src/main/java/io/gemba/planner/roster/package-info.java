/**
 * Rosters and their life. In: workload, absences, extra work that a lost line asks for. Out: drafts
 * with a reason and a price, published rosters, and why somebody works when.
 */
@NullMarked
package io.gemba.planner.roster;

import org.jspecify.annotations.NullMarked;

/**
 * A roster in force. In: a request, the roster people know, and what has happened since (somebody
 * is away, more work has come, somebody wants to swap). Out: the cheapest small change, ranked
 * offers, and why things are as they are, all by exact differences of the engine's state.
 */
@NullMarked
package io.gemba.rosters.live;

import org.jspecify.annotations.NullMarked;

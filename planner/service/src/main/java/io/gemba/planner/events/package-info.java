/**
 * What the console is told without asking: named events with rising ids, kept for a while so that a
 * reader who comes back misses nothing. In: changes. Out: a queue for each reader.
 */
@NullMarked
package io.gemba.planner.events;

import org.jspecify.annotations.NullMarked;

/**
 * Decides when to plan: what comes in over the topics, and what has become of it. In: news. Out:
 * planning jobs with a reason.
 */
@NullMarked
package io.gemba.planner.planning;

import org.jspecify.annotations.NullMarked;

/**
 * Alarms and their life among people: seen, given to somebody, put aside, closed, no fault,
 * escalated, expected because somebody works on the machine. In: episodes, what people decide, the
 * time. Out: views, worst first and grouped by likely cause, and feedback to the job.
 */
@NullMarked
package io.gemba.planner.alarms;

import org.jspecify.annotations.NullMarked;

/** Whether every part is up, and counters for Prometheus. In: what parts say. Out: both as text. */
@NullMarked
package io.gemba.planner.health;

import org.jspecify.annotations.NullMarked;

/**
 * The anomaly job. In: readings. Out: alarm and quality episodes, one message per change, and how
 * every sensor does, every two seconds at most. The rules are in {@link io.gemba.sensors.quality}
 * and {@link io.gemba.sensors.detect}; here is what gives them memory, time and topics.
 */
@NullMarked
package io.gemba.jobs.anomaly;

import org.jspecify.annotations.NullMarked;

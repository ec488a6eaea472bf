/**
 * The anomaly job. In: readings. Out: alarm and quality episodes, one message per change, how every
 * sensor does, every two seconds at most, and what is left of wearing parts, after every cycle. The
 * rules are in {@link io.gemba.sensors.quality}, {@link io.gemba.sensors.detect} and {@link
 * io.gemba.maintenance}; here is what gives them memory, time and topics.
 */
@NullMarked
package io.gemba.jobs.anomaly;

import org.jspecify.annotations.NullMarked;

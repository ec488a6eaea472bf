/**
 * Finds what is unusual in one series and says it once. In: the readings of one sensor that the
 * {@link io.gemba.sensors.quality quality gate} trusts. Out: a {@link
 * io.gemba.sensors.detect.Surprise} per reading, and episodes from onset to end. Nothing is tuned
 * per sensor; all is O(1) per reading.
 */
@NullMarked
package io.gemba.sensors.detect;

import org.jspecify.annotations.NullMarked;

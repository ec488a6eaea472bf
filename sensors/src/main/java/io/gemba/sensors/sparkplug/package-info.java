/**
 * Sparkplug B 3.0: what edge nodes publish under {@code spBv1.0}, to readings and device messages.
 * In: topics and protobuf payloads in the order of arrival. Out: readings, devices that were born
 * or died, and requests for a rebirth. Total: whatever the bytes are, the answer is never an
 * exception.
 */
@NullMarked
package io.gemba.sensors.sparkplug;

import org.jspecify.annotations.NullMarked;

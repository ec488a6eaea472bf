/**
 * What MQTT messages mean. In: a topic, the payload's bytes and the time of arrival. Out: a {@link
 * io.gemba.sensors.payload.Decoded}: a reading or a machine state for its Kafka topic, or the
 * reason why it is neither. Pure: no broker, no clock.
 */
@NullMarked
package io.gemba.sensors.payload;

import org.jspecify.annotations.NullMarked;

/**
 * Readings straight from an MQTT broker, for sites without a gateway. In: MQTT 5 messages of QoS 1
 * of a shared subscription. Out: readings and dead letters, at least once: a message is
 * acknowledged when a checkpoint that follows from it is complete.
 */
@NullMarked
package io.gemba.jobs.mqtt;

import org.jspecify.annotations.NullMarked;

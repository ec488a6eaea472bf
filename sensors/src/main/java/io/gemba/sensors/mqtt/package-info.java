/**
 * The way of a plant's messages into the log. In: MQTT 5 messages of QoS 1. Out: readings, machine
 * states and dead letters on Kafka, each acknowledged to the broker only after Kafka has it. The
 * clients of MQTT and Kafka stay in here.
 */
@NullMarked
package io.gemba.sensors.mqtt;

import org.jspecify.annotations.NullMarked;

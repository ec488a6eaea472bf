/** Sends what transactions left to be sent, in order, at least once. In: rows. Out: Kafka, MQTT. */
@NullMarked
package io.gemba.planner.outbox;

import org.jspecify.annotations.NullMarked;

/**
 * Routes to vans over MQTT: the one package that knows Paho here. In: outbox rows. Out: messages.
 */
@NullMarked
package io.gemba.planner.drivers;

import org.jspecify.annotations.NullMarked;

/**
 * The servers that a plant would have elsewhere, inside this process: log, MQTT broker, database,
 * time series. In: a folder and a port. Out: a running server on the loopback address that keeps
 * its data in that folder and opens it again after a SIGKILL.
 */
@NullMarked
package io.gemba.standalone.server;

import org.jspecify.annotations.NullMarked;

/**
 * What a machine made, what it lost and why, in minutes, units and money. In: the states and counts
 * of one machine, and the alarm episodes of its sensors. Out: production windows of an hour
 * (availability, performance, quality and OEE as in ISO 22400-2), and capacity losses while a
 * machine of a line stands. Repeated, late and reordered messages are expected.
 */
@NullMarked
package io.gemba.sensors.production;

import org.jspecify.annotations.NullMarked;

/**
 * The production job. In: machine states and alarm episodes. Out: production windows per machine,
 * every few seconds while open, once closed, again when corrected; the bottleneck of each line; and
 * capacity losses the moment a machine of a line stands. The rules are in {@link
 * io.gemba.sensors.production}.
 */
@NullMarked
package io.gemba.jobs.production;

import org.jspecify.annotations.NullMarked;

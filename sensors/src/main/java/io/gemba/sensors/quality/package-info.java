/**
 * Keeps bad readings from the detectors and says what is wrong with a sensor. In: the readings of
 * one sensor as they arrive, repeated, late or wrong. Out: whether a reading is to be trusted,
 * exact counts, and one quality episode per lasting fault of what it says or how it comes. A sensor
 * that heals is trusted again by rule.
 */
@NullMarked
package io.gemba.sensors.quality;

import org.jspecify.annotations.NullMarked;

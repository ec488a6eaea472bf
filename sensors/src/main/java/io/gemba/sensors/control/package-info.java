/**
 * Statistical process control: charts of means and ranges, single readings and shares, with control
 * limits learnt from the first points, signs of special causes, and capability. In: trusted
 * readings of a sensor, or units of a machine. Out: {@link io.gemba.message.ControlChart}. Pure.
 */
@NullMarked
package io.gemba.sensors.control;

import org.jspecify.annotations.NullMarked;

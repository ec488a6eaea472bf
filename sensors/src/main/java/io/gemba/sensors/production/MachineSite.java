package io.gemba.sensors.production;

import java.io.Serializable;

/**
 * Where a machine works: what does not change while it does.
 *
 * @param spec the machine and its line
 * @param clock the site's hours and shifts
 */
public record MachineSite(MachineSpec spec, HourClock clock) implements Serializable {}

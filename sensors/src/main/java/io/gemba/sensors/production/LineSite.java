package io.gemba.sensors.production;

import java.io.Serializable;

/**
 * Where a line works: what does not change while it does.
 *
 * @param line its id
 * @param clock the site's hours
 */
public record LineSite(String line, HourClock clock) implements Serializable {}

package io.gemba.sensors.detect;

/**
 * How unusual one reading was.
 *
 * @param decades how unusual, close to -log10 of the chance of seeing this or more in the series as
 *     it was: 0 or more; 0 while too little is known
 * @param statistic what said so most loudly: {@code seasonal}, {@code record}, {@code shape} or
 *     {@code quiet}
 * @param expectedLow lower end of what was expected before this reading
 * @param expectedHigh upper end of it
 */
public record Surprise(double decades, String statistic, double expectedLow, double expectedHigh) {}

package io.gemba.forecast.policy;

/**
 * Units that expire together.
 *
 * @param units not negative
 * @param daysLeft days they can still be sold, today one of them; 0 or more
 */
public record Batch(double units, int daysLeft) {}

package io.gemba.jobs.metrics;

/**
 * What was forecast for a day and what came.
 *
 * @param item item id
 * @param place place id
 * @param day epoch day
 * @param actual units wanted
 * @param forecast mean of the newest forecast made before the day
 * @param model what the model had said; the same unless a planner said otherwise
 */
record ForecastError(
    String item, String place, int day, double actual, double forecast, double model) {}

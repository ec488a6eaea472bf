package io.gemba.planner.overrides;

import org.jspecify.annotations.Nullable;

/**
 * An override as it is sent: every field as text or number, so that all that is wrong can be said
 * at once.
 *
 * @param item item of the site file
 * @param place place of the site file
 * @param from first day, like 2026-11-23
 * @param to last day; default: {@code from}
 * @param units expected a day; or {@code factor}
 * @param factor what the model's units are multiplied with; or {@code units}
 * @param reason why, in a sentence
 */
public record OverrideBody(
    @Nullable String item,
    @Nullable String place,
    @Nullable String from,
    @Nullable String to,
    @Nullable Double units,
    @Nullable Double factor,
    @Nullable String reason) {}

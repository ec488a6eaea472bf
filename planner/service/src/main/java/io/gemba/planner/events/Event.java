package io.gemba.planner.events;

/**
 * One thing a reader is told.
 *
 * @param id {@code run-number}: the run of the service and a number that rises by one; empty for
 *     events that are not replayed
 * @param name one of the names of {@link EventHub}
 * @param data JSON
 */
public record Event(String id, String name, String data) {}

package io.gemba.message;

import java.time.Instant;

/**
 * A person or a vehicle that cannot work for a while, or can again.
 *
 * @param id unique
 * @param kind what the resource is
 * @param resource person id or vehicle id of the site file
 * @param available false from {@code from} until {@code until}; true takes an earlier change back
 * @param from first moment it holds
 * @param until first moment it no longer holds
 * @param reason a plain word, for example {@code sick}
 */
public record ResourceChange(
    String id,
    Kind kind,
    String resource,
    boolean available,
    Instant from,
    Instant until,
    String reason) {

  /** What the resource is. */
  public enum Kind {
    PERSON,
    VEHICLE
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or the span is empty
   */
  public ResourceChange {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.id(resource, "resource");
    Require.present(from, "from");
    Require.present(until, "until");
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "until (%s) of '%s' must be after from (%s).".formatted(until, resource, from));
    }
    Require.present(reason, "reason");
  }
}

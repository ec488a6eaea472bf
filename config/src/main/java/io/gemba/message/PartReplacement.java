package io.gemba.message;

import java.time.Instant;

/**
 * A machine's wearing part was replaced: its life begins anew.
 *
 * @param machine machine id of the site file
 * @param at when the new part began to run
 * @param by who says so
 */
public record PartReplacement(String machine, Instant at, String by) {
  /**
   * @throws IllegalArgumentException if something is missing
   */
  public PartReplacement {
    Require.id(machine, "machine");
    Require.present(at, "at");
    Require.present(by, "by");
  }
}

package io.gemba.message;

import java.time.Instant;
import java.util.List;

/**
 * What a decision or an event costs, against what it would have cost under the rules before. A
 * message with the same id replaces the one before it.
 *
 * @param id unique by what is priced
 * @param at the time the cost belongs to
 * @param kind what sort of cost
 * @param place place, line, machine or vehicle it falls on
 * @param reference id of the plan, proposal or loss that is priced
 * @param cents what it costs; negative is income
 * @param baselineCents what it would have cost; equal to cents when there is nothing to compare
 * @param reason one sentence for a person
 * @param causes ids of the messages this follows from
 */
public record Cost(
    String id,
    Instant at,
    Kind kind,
    String place,
    String reference,
    long cents,
    long baselineCents,
    String reason,
    List<String> causes) {

  /** What sort of cost. */
  public enum Kind {
    STAFF,
    TRANSPORT,
    STOCK,
    DOWNTIME
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing
   */
  public Cost {
    Require.id(id, "id");
    Require.present(at, "at");
    Require.present(kind, "kind");
    Require.present(place, "place");
    Require.id(reference, "reference");
    Require.present(reason, "reason");
    causes = causes == null ? List.of() : List.copyOf(causes);
  }
}

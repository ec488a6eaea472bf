package io.gemba.planner.chain;

import java.util.List;

/**
 * One thing that happened or is proposed.
 *
 * @param id message, loss, proposal or act
 * @param page where it is shown
 * @param title a few words
 * @param detail one sentence
 * @param kind what its price means
 * @param cents its price
 * @param avoidedCents what acting on it avoids; only for risks
 * @param causes ids it follows from
 */
public record ChainNode(
    String id,
    Page page,
    String title,
    String detail,
    Kind kind,
    long cents,
    long avoidedCents,
    List<String> causes) {
  /** Copies the causes. */
  public ChainNode {
    causes = List.copyOf(causes);
  }

  /** Pages in the order in which a chain runs. */
  public enum Page {
    sensors,
    inventory,
    schedules,
    routes
  }

  /** What the price means. */
  public enum Kind {
    /** money gone already */
    lost,
    /** money that may be lost */
    risk,
    /** what a remedy costs */
    act
  }
}

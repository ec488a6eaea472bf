package io.gemba.planner.alarms;

import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Topic;
import io.gemba.planner.alarms.AlarmView.Standing;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.store.AcknowledgementTable.Acknowledgement;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.CareTable.Decision;
import io.gemba.planner.store.CareTable.Kind;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows alarms and does what people decide about them. Every act is audited once: doing the same
 * again changes nothing. An act answers the alarm as it stands then, alone in its group; empty when
 * there is no alarm with that id. Thread safe.
 */
public final class AlarmDesk {
  private static final int SHOWN = 200;
  private static final int LOG_LINES = 200;

  private final Site site;
  private final Store store;
  private final EventHub hub;
  private final Clock clock;
  private final AlarmRows rows;

  /** Works on a store. */
  public AlarmDesk(Site site, Store store, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.hub = hub;
    this.clock = clock;
    this.rows = new AlarmRows(site, store, clock);
  }

  /**
   * At most 200 alarms: those that ask for somebody first, of them the escalated, then by severity,
   * money and surprise.
   */
  public AlarmView view() {
    return store.call(
        transaction ->
            new AlarmView(
                rows.of(transaction, store.episodes().list(transaction, SHOWN)).stream()
                    .sorted(
                        Comparator.comparing(AlarmView.Row::standing)
                            .thenComparing(row -> row.escalatedAt() == null)
                            .thenComparing(AlarmView.Row::severity, Comparator.reverseOrder())
                            .thenComparing(AlarmView.Row::cents, Comparator.reverseOrder())
                            .thenComparing(AlarmView.Row::score, Comparator.reverseOrder()))
                    .toList()));
  }

  /** How many alarms ask for somebody and were seen by nobody. */
  public int openUnseen() {
    return (int)
        view().alarms().stream()
            .filter(row -> row.standing() == Standing.OPEN && row.acknowledgedBy() == null)
            .count();
  }

  /** What was done about an alarm, newest first, at most 200 lines; empty without the alarm. */
  public Optional<AlarmView.Log> log(String id) {
    return store.call(
        transaction ->
            store
                .episodes()
                .find(transaction, id)
                .map(
                    episode ->
                        new AlarmView.Log(
                            store.audit().ofSubject(transaction, id, LOG_LINES).stream()
                                .map(
                                    line ->
                                        new AlarmView.LogRow(
                                            line.at(), line.who(), line.what(), line.text()))
                                .toList())));
  }

  /** Notes that somebody has seen an alarm. */
  public Optional<AlarmView.Row> acknowledge(String id, String by, String comment) {
    return act(
        id,
        (transaction, episode) -> {
          Acknowledgement seen = new Acknowledgement(id, by, comment, clock.instant());
          if (store.acknowledgements().put(transaction, seen)) {
            audit(transaction, id, by, "acknowledge", comment);
          }
        });
  }

  /**
   * Gives an alarm to a person of the site.
   *
   * @param person id; null takes it from whoever has it
   */
  public Optional<AlarmView.Row> assign(String id, @Nullable String person, String by) {
    return act(
        id,
        (transaction, episode) -> {
          if (store.care().assign(transaction, id, person)) {
            audit(transaction, id, by, "assign", person == null ? "nobody" : rows.name(person));
          }
        });
  }

  /** Whether the site file names a person. */
  public boolean isPerson(String person) {
    return site.people().stream().anyMatch(one -> one.id().equals(person));
  }

  /** Keeps what somebody says of an alarm. */
  public Optional<AlarmView.Row> comment(String id, String text, String by) {
    return act(
        id,
        (transaction, episode) -> {
          boolean said =
              store.audit().ofSubject(transaction, id, LOG_LINES).stream()
                  .anyMatch(
                      line ->
                          line.what().equals("comment")
                              && line.who().equals(by)
                              && line.text().equals(text));
          if (!said) {
            audit(transaction, id, by, "comment", text);
          }
        });
  }

  /**
   * Puts an alarm aside: it comes back at a time, or at once when it gets more severe. An alarm
   * that is over is left as it is.
   */
  public Optional<AlarmView.Row> shelve(String id, Instant until, String reason, String by) {
    return act(
        id,
        (transaction, episode) -> {
          if (episode.state() == Episode.State.OPEN) {
            decide(transaction, episode, decision(Kind.SHELVED, until, reason, episode, by));
          }
        });
  }

  /** Says that nothing has to be done any more, unless it gets more severe. */
  public Optional<AlarmView.Row> close(String id, String reason, String by) {
    return act(
        id,
        (transaction, episode) ->
            decide(transaction, episode, decision(Kind.CLOSED, null, reason, episode, by)));
  }

  /**
   * Says that an alarm is no fault, and tells the job that raised it. It comes back when it gets
   * more severe.
   */
  public Optional<AlarmView.Row> notAFault(String id, String reason, String by) {
    return act(
        id,
        (transaction, episode) -> {
          if (decide(transaction, episode, decision(Kind.NOT_A_FAULT, null, reason, episode, by))) {
            AlarmFeedback feedback = AlarmFeedback.notAFault(episode, by, clock.instant());
            store.outbox().toKafka(transaction, Topic.ALARM_FEEDBACK, episode.sensor(), feedback);
          }
        });
  }

  /** Takes back that an alarm was shelved, closed or no fault. */
  public Optional<AlarmView.Row> reopen(String id, String by) {
    return act(
        id,
        (transaction, episode) -> {
          if (store.care().takeBack(transaction, id)) {
            audit(transaction, id, by, "reopen", "");
          }
        });
  }

  private Decision decision(
      Kind kind, @Nullable Instant until, String reason, Episode episode, String by) {
    return new Decision(kind, until, reason, episode.severity(), by, clock.instant());
  }

  private boolean decide(Transaction transaction, Episode episode, Decision decision) {
    if (!store.care().decide(transaction, episode.id(), decision)) {
      return false;
    }
    String verb =
        switch (decision.kind()) {
          case SHELVED -> "shelve";
          case CLOSED -> "close";
          case NOT_A_FAULT -> "not-a-fault";
        };
    Instant until = decision.until();
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(decision.at(), decision.by(), verb, episode.id()),
            until == null
                ? Map.of("text", decision.reason())
                : Map.of("text", decision.reason(), "until", until.toString()));
    return true;
  }

  private Optional<AlarmView.Row> act(String id, BiConsumer<Transaction, Episode> effect) {
    Optional<AlarmView.Row> row =
        store.call(
            transaction ->
                store
                    .episodes()
                    .find(transaction, id)
                    .map(
                        episode -> {
                          effect.accept(transaction, episode);
                          return rows.of(transaction, List.of(episode)).get(0);
                        }));
    if (row.isPresent()) {
      hub.changed("alarms");
      hub.changed("strip");
    }
    return row;
  }

  private void audit(Transaction transaction, String id, String by, String what, String text) {
    AuditTable.Entry entry = new AuditTable.Entry(clock.instant(), by, what, id);
    store.audit().add(transaction, entry, Map.of("text", text));
  }
}

package io.gemba.planner.alarms;

import io.gemba.message.CapacityLoss;
import io.gemba.message.Episode;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.store.AcknowledgementTable.Acknowledgement;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows alarms and notes who has seen them. Thread safe. */
public final class AlarmDesk {
  private static final int SHOWN = 200;

  private final Site site;
  private final Store store;
  private final EventHub hub;
  private final Clock clock;

  /** Works on a store. */
  public AlarmDesk(Site site, Store store, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.hub = hub;
    this.clock = clock;
  }

  /** At most 200 alarms: open first, then by severity, money and surprise. */
  public AlarmView view() {
    return store.call(
        transaction -> {
          List<Episode> episodes = store.episodes().list(transaction, SHOWN);
          return new AlarmView(
              rows(transaction, episodes).stream()
                  .sorted(
                      Comparator.comparing(AlarmView.Row::state)
                          .thenComparing(AlarmView.Row::severity, Comparator.reverseOrder())
                          .thenComparing(AlarmView.Row::cents, Comparator.reverseOrder())
                          .thenComparing(AlarmView.Row::score, Comparator.reverseOrder()))
                  .toList());
        });
  }

  /** How many alarms are open and seen by nobody. */
  public int openUnseen() {
    return (int)
        view().alarms().stream()
            .filter(row -> row.state() == Episode.State.OPEN && row.acknowledgedBy() == null)
            .count();
  }

  /** Notes that somebody has seen an alarm; empty when there is none with that id. */
  public Optional<AlarmView.Row> acknowledge(String id, String by, String comment) {
    Optional<AlarmView.Row> row =
        store.call(
            transaction ->
                store
                    .episodes()
                    .find(transaction, id)
                    .map(episode -> acknowledge(transaction, episode, by, comment)));
    hub.changed("alarms");
    hub.changed("strip");
    return row;
  }

  private AlarmView.Row acknowledge(
      Transaction transaction, Episode episode, String by, String comment) {
    Instant now = clock.instant();
    store.acknowledgements().put(transaction, new Acknowledgement(episode.id(), by, comment, now));
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(now, by, "acknowledge", episode.id()),
            Map.of("comment", comment));
    return rows(transaction, List.of(episode)).get(0);
  }

  private List<AlarmView.Row> rows(Transaction transaction, List<Episode> episodes) {
    List<String> ids = episodes.stream().map(Episode::id).toList();
    Map<String, Acknowledgement> seen =
        store.acknowledgements().list(transaction, ids).stream()
            .collect(Collectors.toMap(Acknowledgement::episode, Function.identity()));
    Map<String, Long> cents = new HashMap<>();
    for (CapacityLoss loss : store.capacity().listCausedBy(transaction, ids)) {
      loss.causes().forEach(cause -> cents.merge(cause, loss.lostCents(), Long::sum));
    }
    return episodes.stream()
        .map(one -> row(one, seen.get(one.id()), cents.getOrDefault(one.id(), 0L)))
        .toList();
  }

  private AlarmView.Row row(Episode one, @Nullable Acknowledgement seen, long cents) {
    Optional<Machine> machine = site.findMachine(one.machine());
    Optional<Sensor> sensor =
        machine.flatMap(
            known ->
                known.sensors().stream()
                    .filter(any -> one.sensor().equals(known.id() + "/" + any.id()))
                    .findFirst());
    return new AlarmView.Row(
        one.id(),
        one.revision(),
        one.kind(),
        one.sensor(),
        one.machine(),
        one.detector(),
        one.state(),
        one.severity(),
        one.score(),
        one.onset(),
        one.last(),
        one.end(),
        one.value(),
        one.expectedLow(),
        one.expectedHigh(),
        one.reason(),
        one.causes(),
        machine.map(Machine::name).orElse(one.machine()),
        sensor.map(Sensor::name).orElse(one.sensor()),
        sensor.map(Sensor::unit).orElse(""),
        machine.map(Machine::line).orElse(""),
        cents,
        seen == null ? null : seen.by(),
        seen == null ? null : seen.at(),
        seen == null ? null : seen.comment());
  }
}

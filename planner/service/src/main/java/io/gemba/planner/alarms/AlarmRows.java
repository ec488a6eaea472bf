package io.gemba.planner.alarms;

import io.gemba.message.CapacityLoss;
import io.gemba.message.Episode;
import io.gemba.planner.alarms.AlarmView.DecisionRow;
import io.gemba.planner.alarms.AlarmView.Standing;
import io.gemba.planner.store.AcknowledgementTable.Acknowledgement;
import io.gemba.planner.store.CareTable.Care;
import io.gemba.planner.store.CareTable.Decision;
import io.gemba.planner.store.MaintenanceTable.Window;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Machine;
import io.gemba.site.Person;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts beside episodes what people did about them, what they cost, and the site's names. */
final class AlarmRows {
  private final Site site;
  private final Store store;
  private final Clock clock;
  private final Map<String, String> people;

  AlarmRows(Site site, Store store, Clock clock) {
    this.site = site;
    this.store = store;
    this.clock = clock;
    this.people = site.people().stream().collect(Collectors.toMap(Person::id, Person::name));
  }

  /**
   * What the store knows of an episode.
   *
   * @param seen null when nobody has acknowledged it
   */
  record Known(Episode episode, Care care, @Nullable Acknowledgement seen, Standing standing) {}

  /** Looks up what is known of episodes; in their order. */
  List<Known> known(Transaction transaction, List<Episode> episodes, List<Window> windows) {
    List<String> ids = episodes.stream().map(Episode::id).toList();
    Instant now = clock.instant();
    Map<String, Acknowledgement> seen =
        store.acknowledgements().list(transaction, ids).stream()
            .collect(Collectors.toMap(Acknowledgement::episode, Function.identity()));
    Map<String, Care> cares =
        store.care().list(transaction, ids).stream()
            .collect(Collectors.toMap(Care::episode, Function.identity()));
    return episodes.stream()
        .map(
            one -> {
              Care care = cares.getOrDefault(one.id(), Care.none(one.id()));
              Standing standing = AlarmRule.standing(one, care, windows, now);
              return new Known(one, care, seen.get(one.id()), standing);
            })
        .toList();
  }

  /** The windows that are not over. */
  List<Window> windows(Transaction transaction) {
    return store.maintenance().listEndingAfter(transaction, clock.instant());
  }

  /** Rows in the order of the episodes; groups are among these. */
  List<AlarmView.Row> of(Transaction transaction, List<Episode> episodes) {
    List<Window> windows = windows(transaction);
    List<Known> all = known(transaction, episodes, windows);
    Map<String, Long> cents = cents(transaction, episodes);
    Map<String, AlarmGroups.Place> places = places(all);
    return all.stream()
        .map(
            one -> {
              String id = one.episode().id();
              AlarmGroups.Place place = places.getOrDefault(id, new AlarmGroups.Place(id, 0));
              return row(one, windows, cents.getOrDefault(id, 0L), place);
            })
        .toList();
  }

  /** The place in its group of every open alarm, by id. */
  Map<String, AlarmGroups.Place> places(List<Known> all) {
    return AlarmGroups.of(
        all.stream().filter(one -> one.standing() == Standing.OPEN).map(this::member).toList());
  }

  private Map<String, Long> cents(Transaction transaction, List<Episode> episodes) {
    List<String> ids = episodes.stream().map(Episode::id).toList();
    Map<String, Long> cents = new HashMap<>();
    for (CapacityLoss loss : store.capacity().listCausedBy(transaction, ids)) {
      loss.causes().forEach(cause -> cents.merge(cause, loss.lostCents(), Long::sum));
    }
    return cents;
  }

  private AlarmGroups.Member member(Known known) {
    Episode one = known.episode();
    String line = site.findMachine(one.machine()).map(Machine::line).orElse("");
    return new AlarmGroups.Member(one.id(), one.machine(), line, one.onset());
  }

  private AlarmView.Row row(
      Known known, List<Window> windows, long cents, AlarmGroups.Place place) {
    Episode one = known.episode();
    Acknowledgement seen = known.seen();
    Care care = known.care();
    Optional<Machine> machine = site.findMachine(one.machine());
    Optional<Sensor> sensor =
        machine.flatMap(
            any ->
                any.sensors().stream()
                    .filter(each -> one.sensor().equals(any.id() + "/" + each.id()))
                    .findFirst());
    boolean unheeded = AlarmRule.isUnheeded(known.standing(), one.severity(), seen != null);
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
        seen == null ? null : seen.comment(),
        known.standing(),
        care.assignee(),
        care.assignee() == null ? null : name(care.assignee()),
        decision(AlarmRule.holding(one, care, clock.instant())),
        known.standing() == Standing.SUPPRESSED
            ? AlarmRule.suppressedUntil(one, windows, clock.instant())
            : null,
        unheeded ? care.escalatedAt() : null,
        place.head(),
        place.rank());
  }

  /** A person's name; somebody who has left the site file stands under their id. */
  String name(String person) {
    return people.getOrDefault(person, person);
  }

  private static @Nullable DecisionRow decision(@Nullable Decision one) {
    return one == null
        ? null
        : new DecisionRow(one.kind(), one.until(), one.reason(), one.by(), one.at());
  }
}

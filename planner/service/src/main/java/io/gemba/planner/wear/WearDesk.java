package io.gemba.planner.wear;

import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Topic;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.MaintenanceTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import io.gemba.site.WearPart;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows parts that wear, priced, and takes that one was replaced. Thread safe. */
public final class WearDesk {
  private static final double MINUTES_PER_HOUR = 60;
  private static final int HINTS = 3;

  private final Site site;
  private final Store store;
  private final EventHub hub;
  private final Clock clock;

  /** Works on a store. */
  public WearDesk(Site site, Store store, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.hub = hub;
    this.clock = clock;
  }

  /** The parts of all machines that have one, in the order of the site file. */
  public List<WearView> list() {
    return store.call(
        transaction -> {
          Instant now = clock.instant();
          List<MaintenanceTable.Window> windows =
              store.maintenance().listEndingAfter(transaction, now);
          List<WearView> views = new ArrayList<>();
          for (Machine machine : site.machines()) {
            WearPart part = machine.wearPart();
            if (part != null) {
              views.add(view(transaction, machine, part, windows, now));
            }
          }
          return views;
        });
  }

  /** How many parts should be replaced now. */
  public int due() {
    return (int) list().stream().filter(view -> view.act() == WearAct.NOW).count();
  }

  /**
   * Takes that a machine's part was replaced; said again of the same second, or of a time before
   * the last replacement, it changes nothing. Empty when no such machine has a wearing part.
   *
   * @param at not after now
   */
  public Optional<WearView> replaced(String machine, Instant at, String by) {
    if (site.findMachine(machine).map(Machine::wearPart).isEmpty()) {
      return Optional.empty();
    }
    PartReplacement replacement =
        new PartReplacement(machine, at.truncatedTo(ChronoUnit.SECONDS), by);
    store.run(
        transaction -> {
          Optional<PartReplacement> before = store.replacements().find(transaction, machine);
          if (before.isEmpty() || before.get().at().isBefore(replacement.at())) {
            keep(transaction, replacement);
          }
        });
    hub.changed("production");
    hub.changed("strip");
    return list().stream().filter(view -> view.machine().equals(machine)).findFirst();
  }

  private void keep(Transaction transaction, PartReplacement replacement) {
    String machine = replacement.machine();
    store
        .replacements()
        .put(transaction, List.of(LatestTable.Row.latest(machine, replacement.at(), replacement)));
    store.outbox().toKafka(transaction, Topic.PART_REPLACEMENTS, machine, replacement);
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(clock.instant(), replacement.by(), "replace-part", machine),
            Map.of("at", replacement.at().toString()));
  }

  private WearView view(
      Transaction transaction,
      Machine machine,
      WearPart part,
      List<MaintenanceTable.Window> windows,
      Instant now) {
    PartReplacement replaced = store.replacements().find(transaction, machine.id()).orElse(null);
    MachineLife life =
        store
            .lives()
            .find(transaction, machine.id())
            .filter(one -> replaced == null || !one.since().isBefore(replaced.at()))
            .orElse(null);
    List<PlannedStops.Window> own =
        windows.stream()
            .filter(one -> one.machine().equals(machine.id()))
            .map(one -> new PlannedStops.Window(one.from(), one.until(), one.reason()))
            .toList();
    ReplacementRule rule = ReplacementRule.of(machine, part);
    WearAdvice advice =
        WearAdvice.of(life, rule, PlannedStops.from(now, site.zone(), part, own), now);
    return new WearView(
        machine.id(),
        machine.name(),
        machine.line(),
        part.name(),
        life == null ? null : left(life),
        life == null ? List.of() : hints(machine, life),
        life == null ? List.of() : modes(machine, part, life),
        life == null ? List.of() : life.missing().stream().map(id -> name(machine, id)).toList(),
        advice.act(),
        WearWords.of(advice, part, life, rule.nowCents(), site.zone()),
        advice.stop() == null ? null : advice.stop().at(),
        WearWords.stop(advice.stop(), site.zone()),
        advice.failsBefore(),
        rule.nowCents(),
        advice.laterCents(),
        replaced == null ? null : replaced.at(),
        replaced == null ? null : replaced.by());
  }

  private static WearView.Left left(MachineLife life) {
    double hours = life.cycleMinutes() / MINUTES_PER_HOUR;
    return new WearView.Left(
        life.at(),
        life.since(),
        life.cycles() * hours,
        life.expectedCycles() * hours,
        life.lowCycles() * hours,
        life.highCycles() * hours,
        life.asGoodAsNew());
  }

  private static List<WearView.Hint> hints(Machine machine, MachineLife life) {
    return life.moved().stream()
        .limit(HINTS)
        .map(
            moved ->
                new WearView.Hint(
                    moved.sensor(), name(machine, moved.sensor()), moved.deviations()))
        .toList();
  }

  private static List<WearView.Mode> modes(Machine machine, WearPart part, MachineLife life) {
    return FailureHint.of(part, life).stream()
        .map(
            hint ->
                new WearView.Mode(
                    hint.mode(),
                    hint.fit(),
                    hint.seen().stream().map(id -> name(machine, id)).toList(),
                    hint.unseen().stream().map(id -> name(machine, id)).toList()))
        .toList();
  }

  private static String name(Machine machine, String fullId) {
    return machine.sensors().stream()
        .filter(sensor -> fullId.equals(machine.id() + "/" + sensor.id()))
        .map(Sensor::name)
        .findFirst()
        .orElse(fullId);
  }
}

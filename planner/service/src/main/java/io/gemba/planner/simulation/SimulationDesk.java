package io.gemba.planner.simulation;

import io.gemba.message.SimulationCommand;
import io.gemba.message.SimulationCommand.Fault;
import io.gemba.message.Topic;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.Store;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The demo menu. Thread safe. */
public final class SimulationDesk {
  private final Site site;
  private final Store store;
  private final Clock clock;
  private final boolean enabled;

  /** What can go wrong with whom; nothing when the simulation is off. */
  public record Menu(boolean enabled, List<FaultRow> faults) {}

  /** A fault and what it can befall. */
  public record FaultRow(Fault fault, String label, List<Target> targets) {}

  /** Something with a name. */
  public record Target(String id, String name) {}

  /** What went out. */
  public record Sent(String id) {}

  /**
   * @param enabled whether a simulator listens
   */
  public SimulationDesk(Site site, Store store, Clock clock, boolean enabled) {
    this.site = site;
    this.store = store;
    this.clock = clock;
    this.enabled = enabled;
  }

  /** What can be asked for. */
  public Menu menu() {
    List<FaultRow> faults =
        enabled
            ? Arrays.stream(Fault.values())
                .map(fault -> new FaultRow(fault, label(fault), targets(fault)))
                .filter(row -> !row.targets().isEmpty())
                .toList()
            : List.of();
    return new Menu(enabled, faults);
  }

  /** Whether a fault can befall a target. */
  public boolean isTarget(Fault fault, String target) {
    return targets(fault).stream().anyMatch(one -> one.id().equals(target));
  }

  /** Sends a command. */
  public Sent send(Fault fault, String target, double minutes, double intensity, String who) {
    Instant now = clock.instant();
    SimulationCommand command =
        new SimulationCommand("sim-" + UUID.randomUUID(), fault, target, now, minutes, intensity);
    store.run(
        transaction -> {
          store.outbox().toKafka(transaction, Topic.SIMULATION, target, command);
          store
              .audit()
              .add(
                  transaction,
                  new AuditTable.Entry(now, who, "simulate", command.id()),
                  Map.of("fault", fault.name(), "target", target));
        });
    return new Sent(command.id());
  }

  private List<Target> targets(Fault fault) {
    return switch (fault) {
      case BEARING_WEAR ->
          site.machines().stream().map(one -> new Target(one.id(), one.name())).toList();
      case STUCK_SENSOR ->
          site.machines().stream()
              .flatMap(
                  machine ->
                      machine.sensors().stream()
                          .map(
                              sensor ->
                                  new Target(
                                      machine.id() + "/" + sensor.id(),
                                      machine.name() + ", " + sensor.name())))
              .toList();
      case DEMAND_SURGE -> {
        List<Target> items = new ArrayList<>();
        items.add(new Target("*", "All items"));
        site.items().forEach(item -> items.add(new Target(item.id(), item.name())));
        yield items;
      }
      case VAN_BREAKDOWN ->
          site.vehicles().stream().map(one -> new Target(one.id(), one.name())).toList();
      case SICK_CALL ->
          site.people().stream().map(one -> new Target(one.id(), one.name())).toList();
    };
  }

  private static String label(Fault fault) {
    return switch (fault) {
      case BEARING_WEAR -> "A bearing wears out";
      case STUCK_SENSOR -> "A sensor is stuck";
      case DEMAND_SURGE -> "Demand surges";
      case VAN_BREAKDOWN -> "A van breaks down";
      case SICK_CALL -> "Somebody calls in sick";
    };
  }
}

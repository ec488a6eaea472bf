package io.gemba.sensors.simulation;

import io.gemba.message.SimulationCommand;
import io.gemba.site.Item;
import io.gemba.site.Machine;
import io.gemba.site.Person;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.util.List;
import java.util.stream.Stream;

/** What each fault can hit at a site. */
public final class Targets {
  /** The target of a surge of all items. */
  public static final String ALL_ITEMS = "*";

  private Targets() {}

  /**
   * The ids that a fault takes, in the order of the site file; for a surge {@link #ALL_ITEMS}
   * first.
   */
  public static List<String> of(SimulationCommand.Fault fault, Site site) {
    return switch (fault) {
      case BEARING_WEAR -> ofLines(site).map(Machine::id).toList();
      case STUCK_SENSOR ->
          ofLines(site)
              .flatMap(m -> m.sensors().stream().map(sensor -> m.id() + "/" + sensor.id()))
              .toList();
      case DEMAND_SURGE ->
          Stream.concat(Stream.of(ALL_ITEMS), site.items().stream().map(Item::id)).toList();
      case VAN_BREAKDOWN -> site.vehicles().stream().map(Vehicle::id).toList();
      case SICK_CALL -> site.people().stream().map(Person::id).toList();
    };
  }

  /** The plant's machines; others are not steered by faults. */
  private static Stream<Machine> ofLines(Site site) {
    return site.machines().stream().filter(machine -> !machine.line().isEmpty());
  }
}

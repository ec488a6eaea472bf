package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A business. Ids are unique within their list and every reference between lists holds; {@link
 * SiteFile} checks both and reports all errors at once.
 *
 * @param id short name, part of MQTT topics
 * @param name for people
 * @param currency ISO 4217 code; all {@code Cents} are hundredths of it
 * @param zone the site's time zone: days and shifts are counted in it
 * @param places at least one
 * @param suppliers where items are bought; may be empty
 * @param items what is sold, at least one
 * @param lines production lines; may be empty
 * @param machines machines of the lines with their sensors; may be empty
 * @param people who can be rostered; may be empty
 * @param shifts the shifts that people can work; may be empty
 * @param vehicles what drives; may be empty
 * @param labour seconds of work per unit of each task; may be empty
 * @param calendar holidays and closing days
 * @param costs rates that belong to no single thing
 * @param rostering contracts, pairs and prices of rosters; null = nothing beside the rates
 * @param routing traffic, roads and prices of routes; null = nothing beside the rates
 */
public record Site(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    @Pattern(regexp = "[A-Z]{3}", message = "must be three capital letters, for example EUR.")
        String currency,
    ZoneId zone,
    @NotEmpty List<Place> places,
    List<Supplier> suppliers,
    @NotEmpty List<Item> items,
    List<Line> lines,
    List<Machine> machines,
    List<Person> people,
    List<ShiftTemplate> shifts,
    List<Vehicle> vehicles,
    List<LabourStandard> labour,
    SiteCalendar calendar,
    CostRates costs,
    @Nullable Rostering rostering,
    @Nullable Routing routing)
    implements Serializable {

  /** Copies the lists; what is missing beside the rates is none. */
  public Site {
    places = List.copyOf(places);
    suppliers = List.copyOf(suppliers);
    items = List.copyOf(items);
    lines = List.copyOf(lines);
    machines = List.copyOf(machines);
    people = List.copyOf(people);
    shifts = List.copyOf(shifts);
    vehicles = List.copyOf(vehicles);
    labour = List.copyOf(labour);
    rostering = rostering == null ? Rostering.NONE : rostering;
    routing = routing == null ? Routing.NONE : routing;
  }

  /** A business with nothing beside the rates. */
  public Site(
      String id,
      String name,
      String currency,
      ZoneId zone,
      List<Place> places,
      List<Supplier> suppliers,
      List<Item> items,
      List<Line> lines,
      List<Machine> machines,
      List<Person> people,
      List<ShiftTemplate> shifts,
      List<Vehicle> vehicles,
      List<LabourStandard> labour,
      SiteCalendar calendar,
      CostRates costs) {
    this(
        id, name, currency, zone, places, suppliers, items, lines, machines, people, shifts,
        vehicles, labour, calendar, costs, null, null);
  }

  /** Contracts, pairs and prices of rosters, none when the file has none. */
  @Override
  public Rostering rostering() {
    return Objects.requireNonNull(rostering);
  }

  /** Traffic, roads and prices of routes, none when the file has none. */
  @Override
  public Routing routing() {
    return Objects.requireNonNull(routing);
  }

  /** The same business with other machines. */
  public Site withMachines(List<Machine> others) {
    return new Site(
        id, name, currency, zone, places, suppliers, items, lines, others, people, shifts, vehicles,
        labour, calendar, costs, rostering, routing);
  }

  /** Looks a place up. Cost: a scan. */
  public Optional<Place> findPlace(String placeId) {
    return places.stream().filter(place -> place.id().equals(placeId)).findFirst();
  }

  /** Looks an item up. Cost: a scan. */
  public Optional<Item> findItem(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /** Looks a machine up. Cost: a scan. */
  public Optional<Machine> findMachine(String machineId) {
    return machines.stream().filter(machine -> machine.id().equals(machineId)).findFirst();
  }

  /** Looks a line up. Cost: a scan. */
  public Optional<Line> findLine(String lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }
}

package io.gemba.planner.site;

import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the console needs to name things.
 *
 * @param id of the site
 * @param name for people
 * @param currency ISO 4217
 * @param zone IANA name of the time zone
 * @param places where goods are made, kept and sold
 * @param lines production lines
 * @param machines with their sensors, whose ids are {@code machine/sensor}
 * @param people who can be rostered
 * @param shifts that people can work
 * @param vehicles that drive
 * @param items that are sold
 */
public record SiteView(
    String id,
    String name,
    String currency,
    String zone,
    List<PlaceView> places,
    List<Line> lines,
    List<MachineView> machines,
    List<PersonView> people,
    List<ShiftView> shifts,
    List<VehicleView> vehicles,
    List<ItemView> items) {

  /** A place; latitude and longitude in WGS84 degrees. */
  public record PlaceView(String id, String name, String kind, double latitude, double longitude) {}

  /** A machine. */
  public record MachineView(String id, String name, String line, List<SensorView> sensors) {}

  /**
   * A sensor; minimum and maximum are the least and greatest value that can be true.
   *
   * @param calibrationDue last day on which its calibration counts; null when none is known
   */
  public record SensorView(
      String id,
      String name,
      String unit,
      double minimum,
      double maximum,
      @Nullable LocalDate calibrationDue) {}

  /** A person. */
  public record PersonView(
      String id, String name, String place, List<String> skills, double contractHours) {}

  /** A shift; local times like {@code 06:00}. */
  public record ShiftView(String code, String name, String start, String end) {}

  /** A van. */
  public record VehicleView(String id, String name, String depot) {}

  /** An item. */
  public record ItemView(String id, String name) {}

  /** The view of a site. */
  public static SiteView of(Site site) {
    return new SiteView(
        site.id(),
        site.name(),
        site.currency(),
        site.zone().getId(),
        site.places().stream()
            .map(
                place ->
                    new PlaceView(
                        place.id(),
                        place.name(),
                        place.kind().name(),
                        place.latitude(),
                        place.longitude()))
            .toList(),
        site.lines(),
        site.machines().stream().map(SiteView::machine).toList(),
        site.people().stream()
            .map(
                person ->
                    new PersonView(
                        person.id(),
                        person.name(),
                        person.place(),
                        person.skills(),
                        person.contractHours()))
            .toList(),
        site.shifts().stream()
            .map(
                shift ->
                    new ShiftView(
                        shift.code(),
                        shift.name(),
                        shift.start().toString(),
                        shift.end().toString()))
            .toList(),
        site.vehicles().stream()
            .map(vehicle -> new VehicleView(vehicle.id(), vehicle.name(), vehicle.depot()))
            .toList(),
        site.items().stream().map(item -> new ItemView(item.id(), item.name())).toList());
  }

  private static MachineView machine(Machine machine) {
    return new MachineView(
        machine.id(),
        machine.name(),
        machine.line(),
        machine.sensors().stream()
            .map(
                sensor ->
                    new SensorView(
                        machine.id() + "/" + sensor.id(),
                        sensor.name(),
                        sensor.unit(),
                        sensor.minimum(),
                        sensor.maximum(),
                        sensor.calibrationDue()))
            .toList());
  }
}

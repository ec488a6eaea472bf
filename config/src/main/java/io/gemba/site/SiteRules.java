package io.gemba.site;

import io.gemba.yaml.YamlDocument;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between the values of a site; each value alone is right already. */
final class SiteRules {
  private final YamlDocument document;
  private final Site site;
  private final Set<String> places;
  private final Set<String> lines;
  private final Set<String> sources;
  private final Set<String> skills;

  SiteRules(YamlDocument document, Site site) {
    this.document = document;
    this.site = site;
    this.places = ids(site.places(), Place::id);
    this.lines = ids(site.lines(), Line::id);
    this.sources =
        Stream.concat(site.suppliers().stream().map(Supplier::id), lines.stream())
            .collect(Collectors.toUnmodifiableSet());
    this.skills =
        site.people().stream()
            .flatMap(person -> person.skills().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  void check() {
    checkCurrency();
    checkIds();
    each("places", site.places(), this::checkPlace);
    each("items", site.items(), this::checkItem);
    each("lines", site.lines(), (at, line) -> known(at + ".place", line.place(), places, "places"));
    each("machines", site.machines(), this::checkMachine);
    each("people", site.people(), this::checkPerson);
    each("shifts", site.shifts(), this::checkShift);
    each("vehicles", site.vehicles(), this::checkVehicle);
    each("labour", site.labour(), this::checkLabour);
  }

  private void checkCurrency() {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(site.currency()));
    if (!known) {
      document.problem(
          "currency", "'" + site.currency() + "' is no ISO 4217 currency. Give one such as EUR.");
    }
  }

  private void checkIds() {
    unique("places", site.places(), Place::id, "id");
    unique("suppliers", site.suppliers(), Supplier::id, "id");
    unique("items", site.items(), Item::id, "id");
    unique("lines", site.lines(), Line::id, "id");
    unique("machines", site.machines(), Machine::id, "id");
    unique("people", site.people(), Person::id, "id");
    unique("shifts", site.shifts(), ShiftTemplate::code, "code");
    unique("vehicles", site.vehicles(), Vehicle::id, "id");
    unique("labour", site.labour(), s -> s.task() + " at " + s.place(), "task");
    unique("calendar.holidays", site.calendar().holidays(), h -> h.day().toString(), "day");
    Set<String> suppliers = ids(site.suppliers(), Supplier::id);
    each(
        "lines",
        site.lines(),
        (at, line) -> {
          if (suppliers.contains(line.id())) {
            document.problem(
                at + ".id", "'" + line.id() + "' is a supplier too. Give one another id.");
          }
        });
  }

  private void checkPlace(String at, Place place) {
    if (!place.closes().isAfter(place.opens())) {
      document.problem(
          at + ".closes",
          "%s of '%s' must be after opens (%s)."
              .formatted(place.closes(), place.id(), place.opens()));
    }
  }

  private void checkItem(String at, Item item) {
    known(at + ".source", item.source(), sources, "suppliers or lines");
    if (item.costCents() >= item.priceCents()) {
      document.problem(
          at + ".costCents",
          "%d of '%s' must be below priceCents (%d). Maybe one is not in cents."
              .formatted(item.costCents(), item.id(), item.priceCents()));
    }
  }

  private void checkMachine(String at, Machine machine) {
    if (!machine.line().isEmpty()) {
      known(at + ".line", machine.line(), lines, "lines");
    }
    unique(at + ".sensors", machine.sensors(), Sensor::id, "id");
    each(
        at + ".sensors",
        machine.sensors(),
        (path, sensor) -> {
          if (sensor.minimum() >= sensor.maximum()) {
            document.problem(
                path + ".minimum",
                "%s of '%s/%s' must be below maximum (%s)."
                    .formatted(sensor.minimum(), machine.id(), sensor.id(), sensor.maximum()));
          }
        });
  }

  private void checkPerson(String at, Person person) {
    known(at + ".place", person.place(), places, "places");
    if (person.maximumHours() < person.contractHours()) {
      document.problem(
          at + ".maximumHours",
          "%s of '%s' must not be below contractHours (%s)."
              .formatted(person.maximumHours(), person.id(), person.contractHours()));
    }
    each(
        at + ".leave",
        person.leave(),
        (path, leave) -> {
          if (leave.to().isBefore(leave.from())) {
            document.problem(
                path + ".to",
                "%s of '%s' must not be before from (%s)."
                    .formatted(leave.to(), person.id(), leave.from()));
          }
        });
  }

  private void checkShift(String at, ShiftTemplate shift) {
    if (shift.paidMinutes() <= 0) {
      document.problem(
          at + ".unpaidBreakMinutes",
          "%d of '%s' must be shorter than the shift (%d minutes)."
              .formatted(shift.unpaidBreakMinutes(), shift.code(), shift.lengthMinutes()));
    }
  }

  private void checkLabour(String at, LabourStandard standard) {
    known(at + ".place", standard.place(), places, "places");
    if (!site.people().isEmpty()) {
      known(at + ".skill", standard.skill(), skills, "skills that people have");
    }
    List<LabourStandard.Step> steps = standard.steps();
    for (int i = 1; i < steps.size(); i++) {
      double from = steps.get(i).fromUnitsPerHour();
      double before = steps.get(i - 1).fromUnitsPerHour();
      if (from <= before) {
        document.problem(
            "%s.steps[%d].fromUnitsPerHour".formatted(at, i),
            "%s must be above that of the step before (%s).".formatted(from, before));
      }
    }
    if (!steps.isEmpty() && standard.queue() != null) {
      document.problem(
          at + ".queue",
          "'%s' has steps and a queue. Keep one: a queue takes secondsPerUnit for every customer."
              .formatted(standard.task()));
    }
  }

  private void checkVehicle(String at, Vehicle vehicle) {
    known(at + ".depot", vehicle.depot(), places, "places");
    if (!vehicle.shiftEnd().isAfter(vehicle.shiftStart())) {
      document.problem(
          at + ".shiftEnd",
          "%s of '%s' must be after shiftStart (%s)."
              .formatted(vehicle.shiftEnd(), vehicle.id(), vehicle.shiftStart()));
    }
  }

  private void known(String path, String id, Set<String> known, String where) {
    if (!known.contains(id)) {
      List<String> some = known.stream().sorted().limit(8).toList();
      document.problem(
          path,
          "'%s' is not among the %s. Known: %s."
              .formatted(id, where, some.isEmpty() ? "none" : String.join(", ", some)));
    }
  }

  private <T> void unique(String list, List<T> values, Function<T, String> key, String field) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String id = key.apply(values.get(i));
      Integer first = seen.putIfAbsent(id, i);
      if (first != null) {
        document.problem(
            "%s[%d].%s".formatted(list, i, field),
            "'%s' is used by %s[%d] already. Give one of them another.".formatted(id, list, first));
      }
    }
  }

  private static <T> void each(
      String list, List<T> values, java.util.function.BiConsumer<String, T> rule) {
    for (int i = 0; i < values.size(); i++) {
      rule.accept(list + "[" + i + "]", values.get(i));
    }
  }

  private static <T> Set<String> ids(List<T> values, Function<T, String> id) {
    return values.stream().map(id).collect(Collectors.toCollection(HashSet::new));
  }
}

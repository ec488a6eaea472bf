package io.gemba.site;

import io.gemba.yaml.YamlDocument;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between the values of a site, as far as they could be read. */
final class SiteRules {
  private final YamlDocument document;
  private final References references;
  private final Set<String> places;
  private final Set<String> lines;
  private final Set<String> sources;
  private final Set<String> skills;

  SiteRules(YamlDocument document) {
    this.document = document;
    references = new References(document);
    this.places = ids("places");
    this.lines = ids("lines");
    this.sources =
        Stream.concat(ids("suppliers").stream(), lines.stream())
            .collect(Collectors.toUnmodifiableSet());
    this.skills = skills();
  }

  private Set<String> ids(String list) {
    return Set.copyOf(document.texts(list, "id").values());
  }

  private Set<String> skills() {
    Set<String> all = new HashSet<>();
    for (String person : document.paths("people")) {
      all.addAll(document.elements(person + ".skills", String.class).values());
    }
    return all;
  }

  void check() {
    document.find("currency", String.class).ifPresent(this::checkCurrency);
    checkIds();
    document.elements("places", Place.class).forEach(this::checkPlace);
    document.elements("items", Item.class).forEach(this::checkItem);
    references.known("items", "source", sources, "suppliers or lines");
    references.known("lines", "place", places, "places");
    checkMachines();
    new WearPartRules(document).check();
    document.elements("people", Person.class).forEach(this::checkPerson);
    document.paths("people").forEach(this::checkLeave);
    references.known("people", "place", places, "places");
    document.elements("shifts", ShiftTemplate.class).forEach(this::checkShift);
    document.elements("vehicles", Vehicle.class).forEach(this::checkVehicle);
    references.known("vehicles", "depot", places, "places");
    document.elements("labour", LabourStandard.class).forEach(this::checkLabour);
    references.known("labour", "place", places, "places");
    if (!document.paths("people").isEmpty()) {
      references.known("labour", "skill", skills, "skills that people have");
    }
  }

  private void checkCurrency(String currency) {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(one -> one.getCurrencyCode().equals(currency));
    if (!known && currency.matches("[A-Z]{3}")) {
      document.problem(
          "currency", "'" + currency + "' is no ISO 4217 currency. Give one such as EUR.");
    }
  }

  private void checkIds() {
    for (String list :
        List.of("places", "suppliers", "items", "lines", "machines", "people", "vehicles")) {
      references.unique(document.texts(list, "id"));
    }
    references.unique(document.texts("shifts", "code"));
    references.unique(document.texts("calendar.holidays", "day"));
    document
        .paths("machines")
        .forEach(at -> references.unique(document.texts(at + ".sensors", "id")));
    uniqueTasks();
    Set<String> suppliers = ids("suppliers");
    document
        .texts("lines", "id")
        .forEach(
            (at, id) -> {
              if (suppliers.contains(id)) {
                document.problem(at, "'" + id + "' is a supplier too. Give one another id.");
              }
            });
  }

  private void uniqueTasks() {
    Map<String, String> tasks = new LinkedHashMap<>();
    document
        .elements("labour", LabourStandard.class)
        .forEach((at, one) -> tasks.put(at + ".task", one.task() + " at " + one.place()));
    references.unique(tasks);
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
    if (item.costCents() >= item.priceCents()) {
      document.problem(
          at + ".costCents",
          "%d of '%s' must be below priceCents (%d). Maybe one is not in cents."
              .formatted(item.costCents(), item.id(), item.priceCents()));
    }
  }

  private void checkMachines() {
    document
        .texts("machines", "line")
        .forEach(
            (at, line) -> {
              if (!line.isEmpty()) {
                references.one(at, line, lines, "lines");
              }
            });
    for (String machine : document.paths("machines")) {
      document
          .elements(machine + ".sensors", Sensor.class)
          .forEach((at, sensor) -> checkSensor(machine, at, sensor));
    }
  }

  private void checkSensor(String machine, String at, Sensor sensor) {
    if (sensor.minimum() >= sensor.maximum()) {
      String id = document.find(machine + ".id", String.class).orElse(machine);
      document.problem(
          at + ".minimum",
          "%s of '%s/%s' must be below maximum (%s)."
              .formatted(sensor.minimum(), id, sensor.id(), sensor.maximum()));
    }
  }

  private void checkPerson(String at, Person person) {
    if (person.maximumHours() < person.contractHours()) {
      document.problem(
          at + ".maximumHours",
          "%s of '%s' must not be below contractHours (%s)."
              .formatted(person.maximumHours(), person.id(), person.contractHours()));
    }
  }

  private void checkLeave(String person) {
    document
        .elements(person + ".leave", Person.Leave.class)
        .forEach(
            (at, leave) -> {
              if (leave.to().isBefore(leave.from())) {
                document.problem(
                    at + ".to",
                    "%s of '%s' must not be before from (%s)."
                        .formatted(
                            leave.to(),
                            document.find(person + ".id", String.class).orElse(person),
                            leave.from()));
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
    if (!vehicle.shiftEnd().isAfter(vehicle.shiftStart())) {
      document.problem(
          at + ".shiftEnd",
          "%s of '%s' must be after shiftStart (%s)."
              .formatted(vehicle.shiftEnd(), vehicle.id(), vehicle.shiftStart()));
    }
  }
}

package io.gemba.planner.planning;

import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.planner.roster.ExtraHeads;
import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Line;
import io.gemba.site.Person;
import io.gemba.site.Place;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be done about units that a line did not make: hours on the line to make them, and a
 * delivery to bring them. Pure.
 */
final class Remedy {
  /** Task that makes goods. */
  static final String PRODUCE = "produce";

  private static final double SECONDS = 3600;

  private final Site site;
  private final LocalDateTime now;

  /**
   * @param now in the site's zone
   */
  Remedy(Site site, LocalDateTime now) {
    this.site = site;
    this.now = now;
  }

  /**
   * Work to make up for lost units: one person more in the longest shift of the next days, as many
   * days as the hours fill, at most a week.
   *
   * @param shortages each with lost units
   */
  List<ExtraHeads> shifts(List<Replenishment> shortages) {
    Map<String, List<Replenishment>> byPlace =
        shortages.stream()
            .filter(one -> findStandard(one).isPresent())
            .collect(Collectors.groupingBy(one -> findStandard(one).orElseThrow().place()));
    List<ExtraHeads> extras = new ArrayList<>();
    byPlace.forEach((place, those) -> extras.addAll(shifts(place, those)));
    return extras;
  }

  /** A delivery for each place that runs short, on the day the goods would arrive. */
  List<Order> reloads(List<Replenishment> shortages, LocalDate day) {
    Map<String, List<Replenishment>> byPlace =
        shortages.stream()
            .filter(one -> site.findPlace(one.place()).filter(this::isSupplied).isPresent())
            .collect(Collectors.groupingBy(Replenishment::place));
    return byPlace.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> reload(entry.getKey(), entry.getValue(), day).stream())
        .toList();
  }

  private List<ExtraHeads> shifts(String place, List<Replenishment> shortages) {
    LabourStandard standard = findStandard(shortages.get(0)).orElseThrow();
    Optional<ShiftTemplate> longest =
        site.shifts().stream()
            .filter(shift -> shift.end().isAfter(shift.start()))
            .max(Comparator.comparingInt(ShiftTemplate::paidMinutes));
    if (longest.isEmpty() || !isStaffed(standard)) {
      return List.of();
    }
    double hours =
        shortages.stream().mapToDouble(Replenishment::lostUnits).sum()
            * standard.secondsPerUnit()
            / SECONDS;
    int from = longest.get().start().getHour() + (longest.get().start().getMinute() > 0 ? 1 : 0);
    int to = longest.get().end().getHour();
    List<ExtraHeads> extras = new ArrayList<>();
    LocalDate day = now.toLocalDate().plusDays(1);
    double left = hours;
    while (left > 0 && extras.size() < 7) {
      int until = Math.min(to, from + (int) Math.ceil(left));
      if (!site.calendar().isClosed(day)) {
        extras.add(
            new ExtraHeads(shortages.get(0).id(), place, standard.skill(), day, from, until, 1));
        left -= until - from;
      }
      day = day.plusDays(1);
    }
    return extras;
  }

  private Optional<Order> reload(String placeId, List<Replenishment> shortages, LocalDate day) {
    Place place = site.findPlace(placeId).orElseThrow();
    List<Order.Line> lines = new ArrayList<>();
    double boxes = 0;
    double kilograms = 0;
    double cents = 0;
    for (Replenishment one : shortages) {
      Optional<Item> item = site.findItem(one.item());
      double units = one.lostUnits();
      if (item.isPresent() && units > 0) {
        lines.add(new Order.Line(one.item(), units));
        boxes += units / item.get().unitsPerBox();
        kilograms += units * item.get().kilogramsPerUnit();
        cents += units * item.get().priceCents();
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Instant start = day.atTime(place.opens()).atZone(site.zone()).toInstant();
    Instant end = day.atTime(place.closes()).atZone(site.zone()).toInstant();
    return Optional.of(
        new Order(
            "reload-" + placeId + "-" + day,
            Order.Kind.DELIVERY,
            Order.Status.OPEN,
            depot(),
            placeId,
            now.atZone(site.zone()).toInstant(),
            start,
            end,
            lines,
            Math.ceil(boxes),
            kilograms,
            Math.round(cents),
            shortages.stream().map(Replenishment::id).sorted().toList()));
  }

  private Optional<LabourStandard> findStandard(Replenishment one) {
    Optional<String> plant =
        site.findItem(one.item()).map(Item::source).flatMap(site::findLine).map(Line::place);
    return plant.flatMap(
        place ->
            site.labour().stream()
                .filter(task -> task.task().equals(PRODUCE) && task.place().equals(place))
                .findFirst());
  }

  private boolean isStaffed(LabourStandard standard) {
    return site.people().stream()
        .filter(person -> person.place().equals(standard.place()))
        .map(Person::skills)
        .anyMatch(skills -> skills.contains(standard.skill()));
  }

  /** Stores and customers are brought goods; plants and warehouses are not reloaded by van. */
  private boolean isSupplied(Place place) {
    return place.kind() == Place.Kind.STORE || place.kind() == Place.Kind.CUSTOMER;
  }

  private String depot() {
    return site.vehicles().isEmpty() ? "" : site.vehicles().get(0).depot();
  }
}

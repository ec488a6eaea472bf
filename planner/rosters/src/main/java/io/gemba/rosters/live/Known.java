package io.gemba.rosters.live;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that differ from another by what is known since. */
final class Known {
  private Known() {}

  /** The roster is published, and what has begun is pinned. */
  static RosterRequest of(
      RosterRequest asked, List<Cell> cells, LocalDateTime now, long changeCents) {
    Map<String, Shift> shifts = new HashMap<>();
    asked.shifts().forEach(shift -> shifts.put(shift.code(), shift));
    Map<List<Object>, Cell> works = new HashMap<>();
    cells.forEach(cell -> works.put(List.of(cell.person(), cell.day()), cell));
    Map<List<Object>, Cell> pins = new LinkedHashMap<>();
    asked.pins().forEach(pin -> pins.put(List.of(pin.person(), pin.day()), pin));
    for (Person person : asked.people()) {
      for (LocalDate day = asked.firstDay();
          day.isBefore(asked.endDay()) && !day.isAfter(now.toLocalDate());
          day = day.plusDays(1)) {
        Cell cell = works.get(List.<Object>of(person.id(), day));
        Shift shift = cell == null ? null : shifts.get(cell.shift());
        boolean gone = day.isBefore(now.toLocalDate());
        boolean begun = shift != null && !day.atTime(shift.start()).isAfter(now);
        if (gone || begun) {
          pins.put(
              List.of(person.id(), day),
              cell == null ? new Cell(person.id(), day, null, null) : cell);
        }
      }
    }
    Published published =
        new Published(
            cells,
            asked.firstDay(),
            asked.endDay().minusDays(1),
            changeCents,
            now.toLocalDate(),
            asked.published() == null ? List.of() : asked.published().notices());
    return new RosterRequest(
        asked.firstDay(),
        asked.days(),
        asked.people(),
        asked.shifts(),
        asked.demand(),
        asked.rules(),
        new ArrayList<>(pins.values()),
        published,
        asked.search(),
        asked.pairs());
  }

  /** A person is away on some more days, on which a pin of theirs holds no longer. */
  static RosterRequest away(RosterRequest request, String absent, List<LocalDate> days) {
    List<Person> people = new ArrayList<>();
    for (Person person : request.people()) {
      if (!person.id().equals(absent)) {
        people.add(person);
        continue;
      }
      List<LocalDate> unavailable = new ArrayList<>(person.unavailable());
      days.stream().filter(day -> !unavailable.contains(day)).forEach(unavailable::add);
      people.add(
          new Person(
              person.id(),
              person.place(),
              person.skills(),
              person.contractHours(),
              person.maximumHours(),
              person.hourlyCents(),
              person.overtimeFactor(),
              unavailable,
              person.history(),
              person.levels(),
              person.contract(),
              person.wishes()));
    }
    List<Cell> pins =
        request.pins().stream()
            .filter(pin -> !(pin.person().equals(absent) && days.contains(pin.day())))
            .toList();
    return with(request, people, request.demand(), pins);
  }

  static RosterRequest demanding(RosterRequest request, Demand before, Demand after) {
    List<Demand> demand = new ArrayList<>(request.demand());
    demand.set(demand.indexOf(before), after);
    return with(request, request.people(), demand, request.pins());
  }

  static Demand more(Demand before, Span span, int more) {
    List<Integer> heads = new ArrayList<>(before.heads());
    int perHour = heads.size() / 24;
    for (int at = span.fromHour() * perHour; at < span.toHour() * perHour; at++) {
      heads.set(at, Math.max(0, heads.get(at) + more));
    }
    return before.with(heads);
  }

  private static RosterRequest with(
      RosterRequest request, List<Person> people, List<Demand> demand, List<Cell> pins) {
    return new RosterRequest(
        request.firstDay(),
        request.days(),
        people,
        request.shifts(),
        demand,
        request.rules(),
        pins,
        request.published(),
        request.search(),
        request.pairs());
  }
}

package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request in minutes and indices. Immutable, thread safe. */
public final class RosterModel {
  private static final int WEEK_DAYS = 7;
  private static final int DAY_HOURS = 24;

  private final RosterRequest request;
  private final Map<List<String>, Duty> duties = new HashMap<>();
  private final Map<List<Object>, List<DemandDay>> demand = new HashMap<>();
  private final Map<List<Object>, Cell> pins = new HashMap<>();
  private final Map<List<Object>, Cell> published = new HashMap<>();
  private final long dearestOver;
  private final List<List<DayFrame>> frames = new ArrayList<>();

  /**
   * @param request one that {@link io.gemba.rosters.RosterRequestErrors} finds nothing wrong with
   */
  public RosterModel(RosterRequest request) {
    this.request = request;
    for (Demand row : request.demand()) {
      int day = (int) ChronoUnit.DAYS.between(request.firstDay(), row.day());
      demand
          .computeIfAbsent(List.of(row.place(), row.skill(), day), key -> new ArrayList<>())
          .add(new DemandDay(row, day));
    }
    dearestOver = request.demand().stream().mapToLong(Demand::overCentsPerHour).max().orElse(0);
    request.pins().forEach(cell -> pins.put(List.<Object>of(cell.person(), cell.day()), cell));
    Published before = request.published();
    if (before != null) {
      before.cells().forEach(c -> published.put(List.<Object>of(c.person(), c.day()), c));
    }
    for (int index = 0; index < request.people().size(); index++) {
      Employee employee = Employee.of(request, index);
      List<DayFrame> days = new ArrayList<>();
      for (int day = 0; day < request.days(); day++) {
        days.add(frame(employee, day));
      }
      frames.add(List.copyOf(days));
    }
  }

  private DayFrame frame(Employee employee, int day) {
    Person person = employee.person();
    LocalDate date = request.firstDay().plusDays(day);
    int blockDays = Math.min(WEEK_DAYS, request.days() - day / WEEK_DAYS * WEEK_DAYS);
    DayFrame.Builder frame = new DayFrame.Builder(employee, day, blockDays, this::listDemand);
    frame.weekend = weekend(date);
    frame.wishes = person.wishes().stream().filter(wish -> wish.day().equals(date)).toList();
    frame.available = !person.unavailable().contains(date);
    Cell pin = pins.get(List.<Object>of(person.id(), date));
    frame.pinned = pin != null || !frame.available;
    if (pin != null) {
      frame.range = List.of(duty(pin));
    } else if (frame.available) {
      frame.range = open(person);
    } else {
      frame.range = List.of(Duty.OFF);
    }
    Published before = request.published();
    if (before != null && !date.isBefore(before.from()) && !date.isAfter(before.to())) {
      Cell cell = published.get(List.<Object>of(person.id(), date));
      frame.published = cell == null ? Duty.OFF : duty(cell);
      frame.changeCents = changeCents(before, date);
    }
    return new DayFrame(frame);
  }

  /** By how many days of notice a change of a day leaves. */
  private long changeCents(Published before, LocalDate date) {
    LocalDate asOf = before.asOf() == null ? request.firstDay() : before.asOf();
    long away = ChronoUnit.DAYS.between(asOf, date);
    for (Notice notice : before.notices()) {
      if (away < notice.days()) {
        return notice.cents();
      }
    }
    return before.changeCents();
  }

  private static int weekend(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> (int) date.toEpochDay();
      case SUNDAY -> (int) date.toEpochDay() - 1;
      default -> DayFrame.NO_WEEKEND;
    };
  }

  /** The demand of a day, with one for nobody of level 1 where none is named. */
  private List<DemandDay> listDemand(String place, String skill, int day) {
    if (day >= request.days()) {
      return List.of();
    }
    List<DemandDay> list =
        demand.computeIfAbsent(List.of(place, skill, day), key -> new ArrayList<>());
    if (list.stream().noneMatch(one -> one.demand().level() == 1)) {
      LocalDate date = request.firstDay().plusDays(day);
      List<Integer> nobody = Collections.nCopies(DAY_HOURS, 0);
      list.add(new DemandDay(new Demand(place, skill, date, nobody, 0, dearestOver), day));
    }
    return list;
  }

  private Duty duty(Cell cell) {
    String code = cell.shift();
    String skill = cell.skill();
    if (code == null || skill == null) {
      return Duty.OFF;
    }
    for (Shift shift : request.shifts()) {
      if (shift.code().equals(code)) {
        return duty(shift, skill);
      }
    }
    return Duty.of(gone(code), skill);
  }

  /** A published shift whose template is no longer there: nothing equals it. */
  private static Shift gone(String code) {
    return new Shift(code, LocalTime.MIN, LocalTime.MIN, 0, List.of(), List.of());
  }

  private Duty duty(Shift shift, String skill) {
    return duties.computeIfAbsent(List.of(shift.code(), skill), key -> Duty.of(shift, skill));
  }

  /** The free day, then every shift of the person's place for each of their skills. */
  private List<Duty> open(Person person) {
    List<Duty> open = new ArrayList<>();
    open.add(Duty.OFF);
    for (String skill : person.skills()) {
      for (Shift shift : request.shifts()) {
        if ((shift.places().isEmpty() || shift.places().contains(person.place()))
            && (shift.skills().isEmpty() || shift.skills().contains(skill))) {
          open.add(duty(shift, skill));
        }
      }
    }
    return open;
  }

  /** The request it was made from. */
  public RosterRequest request() {
    return request;
  }

  /** One row an employee, one frame a day. */
  public List<List<DayFrame>> frames() {
    return List.copyOf(frames);
  }

  /** The demand at a place for a skill and level on a day of the roster; null = none. */
  public @Nullable DemandDay findDemand(String place, String skill, int level, int day) {
    return demand.getOrDefault(List.<Object>of(place, skill, day), List.of()).stream()
        .filter(one -> one.demand().level() == level)
        .findFirst()
        .orElse(null);
  }

  /** A roster as cells of the request, shifts only, by person then day. */
  public List<Cell> cells(Duty[][] roster) {
    List<Cell> cells = new ArrayList<>();
    for (List<DayFrame> row : frames) {
      for (DayFrame frame : row) {
        Duty duty = roster[frame.employee().index()][frame.day()];
        if (duty.isWork()) {
          cells.add(
              new Cell(
                  frame.employee().person().id(),
                  request.firstDay().plusDays(frame.day()),
                  duty.shift(),
                  duty.skill()));
        }
      }
    }
    return cells;
  }
}

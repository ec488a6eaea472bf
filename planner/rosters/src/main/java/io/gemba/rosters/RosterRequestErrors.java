package io.gemba.rosters;

import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Notice;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.PriceStep;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is wrong with a request, each with id, value and fix. */
public final class RosterRequestErrors {
  private static final int LONGEST_DAYS = 366;
  private static final int DAY_HOURS = 24;
  private static final Set<Integer> INTERVALS = Set.of(24, 48, 72, 96);

  private final RosterRequest request;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Shift> shifts = new HashMap<>();

  private RosterRequestErrors(RosterRequest request) {
    this.request = request;
    unique("person", request.people().stream().map(Person::id).toList());
    unique("shift", request.shifts().stream().map(Shift::code).toList());
    request.people().forEach(person -> people.putIfAbsent(person.id(), person));
    request.shifts().forEach(shift -> shifts.putIfAbsent(shift.code(), shift));
  }

  /** Lists all errors in the order of the request; empty = it can be planned. */
  public static List<String> list(RosterRequest request) {
    List<String> missing = MissingFields.list(request);
    if (!missing.isEmpty()) {
      return missing;
    }
    RosterRequestErrors found = new RosterRequestErrors(request);
    found.size();
    request.people().forEach(found::person);
    request.shifts().forEach(found::shift);
    found.demands();
    found.rules();
    found.cells(request.pins(), "pin");
    Published published = request.published();
    if (published != null) {
      found.published(published);
    }
    found.errors.addAll(TermErrors.list(request));
    return List.copyOf(found.errors);
  }

  private void size() {
    if (request.days() < 1 || request.days() > LONGEST_DAYS) {
      errors.add("days (%d) must be from 1 to %d.".formatted(request.days(), LONGEST_DAYS));
    }
    if (request.people().isEmpty()) {
      errors.add("people are empty. Name at least one.");
    }
    if (request.shifts().isEmpty()) {
      errors.add("shifts are empty. Name at least one.");
    }
  }

  private void unique(String kind, List<String> ids) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (String id : ids) {
      if (id.isBlank()) {
        errors.add("The id of a %s is blank. Give it a text.".formatted(kind));
      } else if (!seen.add(id) && twice.add(id)) {
        errors.add("%s '%s' is there twice. Rename or remove one.".formatted(kind, id));
      }
    }
  }

  private void person(Person person) {
    String where = "person '" + person.id() + "'";
    if (person.skills().isEmpty()) {
      errors.add("skills of %s are empty. Name at least one.".formatted(where));
    }
    notNegative(person.contractHours(), "contractHours", where);
    if (!(person.maximumHours() >= person.contractHours())
        || person.maximumHours() > DAY_HOURS * 7) {
      errors.add(
          "maximumHours (%s) of %s must be from contractHours (%s) to 168."
              .formatted(person.maximumHours(), where, person.contractHours()));
    }
    notNegative(person.hourlyCents(), "hourlyCents", where);
    if (!(person.overtimeFactor() >= 1) || Double.isInfinite(person.overtimeFactor())) {
      errors.add(
          "overtimeFactor (%s) of %s must be at least 1. Take 1 for no extra pay."
              .formatted(person.overtimeFactor(), where));
    }
    History history = person.history();
    if (history != null) {
      notNegative(history.workedDays(), "workedDays", where);
      Integer free = history.freeDays();
      if (free != null && (free < 1 || history.workedDays() > 0)) {
        errors.add(
            "freeDays (%d) of %s must be at least 1, and workedDays (%d) 0. Leave freeDays out of work."
                .formatted(free, where, history.workedDays()));
      }
    }
  }

  private void shift(Shift shift) {
    if (shift.start().toSecondOfDay() % 60 != 0 || shift.end().toSecondOfDay() % 60 != 0) {
      errors.add(
          "start (%s) and end (%s) of shift '%s' must be whole minutes."
              .formatted(shift.start(), shift.end(), shift.code()));
    }
    if (shift.unpaidBreakMinutes() < 0 || shift.unpaidBreakMinutes() >= shift.lengthMinutes()) {
      errors.add(
          "unpaidBreakMinutes (%d) of shift '%s' must be from 0 to less than its length (%d)."
              .formatted(shift.unpaidBreakMinutes(), shift.code(), shift.lengthMinutes()));
    } else if (shift.paidMinutes() < 1) {
      errors.add(
          "breaks of shift '%s' leave %d paid minutes. Shorten them or pay some."
              .formatted(shift.code(), shift.paidMinutes()));
    }
    int free = 0;
    for (Break pause : shift.breaks()) {
      if (pause.minutes() < 1
          || pause.afterMinutes() < free
          || pause.afterMinutes() + pause.minutes() > shift.lengthMinutes()) {
        errors.add(
            "The break of %d minutes after %d minutes of shift '%s' must lie within its %d minutes and after the break before."
                .formatted(
                    pause.minutes(), pause.afterMinutes(), shift.code(), shift.lengthMinutes()));
      }
      free = pause.afterMinutes() + pause.minutes();
    }
  }

  private void demands() {
    Set<List<Object>> seen = new HashSet<>();
    Set<List<Object>> unstaffed = new HashSet<>();
    for (Demand demand : request.demand()) {
      String level = demand.level() == 1 ? "" : " of level " + demand.level();
      String where =
          "demand %s/%s%s on %s".formatted(demand.place(), demand.skill(), level, demand.day());
      if (!seen.add(List.of(demand.place(), demand.skill(), demand.day(), demand.level()))) {
        errors.add(where + " is there twice. Add the heads up into one.");
      }
      inRoster(demand.day(), where);
      if (!INTERVALS.contains(demand.heads().size())) {
        errors.add(
            "heads of %s must be 24, 48, 72 or 96 numbers, not %d."
                .formatted(where, demand.heads().size()));
      }
      if (demand.level() < 0) {
        errors.add("level (%d) of %s must be at least 1.".formatted(demand.level(), where));
      }
      steps(demand.underSteps(), demand.underCentsPerHour(), "underSteps", where);
      steps(demand.overSteps(), demand.overCentsPerHour(), "overSteps", where);
      demand.heads().stream()
          .filter(heads -> heads < 0)
          .findFirst()
          .ifPresent(heads -> notNegative(heads, "heads", where));
      notNegative(demand.underCentsPerHour(), "underCentsPerHour", where);
      notNegative(demand.overCentsPerHour(), "overCentsPerHour", where);
      boolean known =
          people.values().stream()
              .anyMatch(
                  person ->
                      person.place().equals(demand.place())
                          && person.skills().contains(demand.skill())
                          && person.level(demand.skill()) >= demand.level());
      if (!known && unstaffed.add(List.of(demand.place(), demand.skill(), demand.level()))) {
        errors.add(
            "skill '%s' of %s is known%s by nobody at '%s'. Add it to a person or drop the demand."
                .formatted(demand.skill(), where, level.replace(" of ", " at "), demand.place()));
      }
    }
  }

  /** Steps that make the price convex: more heads each, and dearer each. */
  private void steps(List<PriceStep> steps, long first, String field, String where) {
    int heads = 0;
    long cents = first;
    for (PriceStep step : steps) {
      if (step.heads() <= heads || step.centsPerHour() < cents) {
        errors.add(
            "%s of %s go from %d heads at %d cents to %d heads at %d cents. More heads must not cost less each."
                .formatted(field, where, heads, cents, step.heads(), step.centsPerHour()));
      }
      heads = step.heads();
      cents = step.centsPerHour();
    }
  }

  private void rules() {
    notNegative(request.rules().restHours(), "restHours", "rules");
    notNegative(request.rules().fairnessCentsPerHour(), "fairnessCentsPerHour", "rules");
    notNegative(request.rules().fairnessCentsPerNight(), "fairnessCentsPerNight", "rules");
    notNegative(request.rules().fairnessCentsPerWeekend(), "fairnessCentsPerWeekend", "rules");
    if (request.rules().maximumConsecutiveDays() < 1) {
      errors.add(
          "maximumConsecutiveDays (%d) of rules must be at least 1."
              .formatted(request.rules().maximumConsecutiveDays()));
    }
    if (!(request.search().seconds() > 0) || Double.isInfinite(request.search().seconds())) {
      errors.add("seconds (%s) of search must be above 0.".formatted(request.search().seconds()));
    }
    Integer steps = request.search().steps();
    if (steps != null && steps < 1) {
      errors.add("steps (%d) of search must be at least 1.".formatted(steps));
    }
    Integer threads = request.search().threads();
    if (threads != null && threads < 1) {
      errors.add("threads (%d) of search must be at least 1.".formatted(threads));
    }
  }

  private void published(Published published) {
    if (published.to().isBefore(published.from())) {
      errors.add(
          "The published roster ends (%s) before it starts (%s). Swap them."
              .formatted(published.to(), published.from()));
    }
    notNegative(published.changeCents(), "changeCents", "the published roster");
    int days = 0;
    for (Notice notice : published.notices()) {
      if (notice.days() <= days) {
        errors.add(
            "days (%d) of a notice of the published roster must be more than those before (%d)."
                .formatted(notice.days(), days));
      }
      notNegative(notice.cents(), "cents", "a notice of the published roster");
      days = notice.days();
    }
  }

  private void cells(List<Cell> cells, String kind) {
    Set<List<Object>> seen = new HashSet<>();
    for (Cell cell : cells) {
      String where = "%s of '%s' on %s".formatted(kind, cell.person(), cell.day());
      inRoster(cell.day(), where);
      if (!seen.add(List.of(cell.person(), cell.day()))) {
        errors.add(where + " is there twice. Keep one.");
      }
      if (!people.containsKey(cell.person())) {
        errors.add("person '%s' of the %s is unknown.".formatted(cell.person(), where));
      }
      if ((cell.shift() == null) != (cell.skill() == null)) {
        errors.add(
            "shift (%s) and skill (%s) of the %s must both be given, or none of them."
                .formatted(cell.shift(), cell.skill(), where));
      }
      if (cell.shift() != null && !shifts.containsKey(cell.shift())) {
        errors.add("shift '%s' of the %s is unknown.".formatted(cell.shift(), where));
      }
    }
  }

  private void inRoster(LocalDate day, String where) {
    if (day.isBefore(request.firstDay()) || !day.isBefore(request.endDay())) {
      errors.add(
          "%s is outside the roster, which runs from %s to %s."
              .formatted(where, request.firstDay(), request.endDay().minusDays(1)));
    }
  }

  private void notNegative(long value, String field, String where) {
    if (value < 0) {
      errors.add("%s (%d) of %s must not be negative.".formatted(field, value, where));
    }
  }

  private void notNegative(double value, String field, String where) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      errors.add("%s (%s) of %s must be finite and not negative.".formatted(field, value, where));
    }
  }
}

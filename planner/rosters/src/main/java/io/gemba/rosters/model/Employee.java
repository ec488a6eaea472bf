package io.gemba.rosters.model;

import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.OvertimeStep;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Rules;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A person and the limits and prices that hold for them, in minutes since the roster's first
 * midnight. Immutable.
 *
 * @param index in the request
 * @param person as in the request
 * @param peers people with the same text are compared by the fairness rules
 * @param weekContractMinutes paid minutes of a full week
 * @param weekMaximumMinutes most minutes of a week
 * @param rules of the request
 * @param restMinutes least minutes between two shifts
 * @param maximumConsecutiveDays most days in a row
 * @param lastEndMinute when the last shift before the roster ended; far in the past if unknown
 * @param workedDays days in a row before the roster
 * @param bonds pairs they belong to
 */
public record Employee(
    int index,
    Person person,
    String peers,
    int weekContractMinutes,
    int weekMaximumMinutes,
    Rules rules,
    int restMinutes,
    int maximumConsecutiveDays,
    long lastEndMinute,
    int workedDays,
    List<Bond> bonds) {

  private static final long LONG_AGO = -1_000_000;

  /** Copies the list. */
  public Employee {
    bonds = List.copyOf(bonds);
  }

  static Employee of(RosterRequest request, int index) {
    Person person = request.people().get(index);
    Rules rules = request.rules();
    Contract limits = person.limits();
    History history = person.history();
    LocalDateTime lastEnd = history == null ? null : history.lastShiftEnd();
    int contract = (int) Math.round(person.contractHours() * 60);
    int most = (int) Math.round(person.maximumHours() * 60);
    Double rest = limits.restHours();
    Integer days = Range.of(limits.workDays()).most();
    List<Bond> bonds = new ArrayList<>();
    for (int number = 0; number < request.pairs().size(); number++) {
      Pair pair = request.pairs().get(number);
      if (pair.first().equals(person.id()) || pair.second().equals(person.id())) {
        bonds.add(new Bond(number, pair, pair.first().equals(person.id())));
      }
    }
    return new Employee(
        index,
        person,
        person.place() + "/" + contract,
        contract,
        Math.min(most, Range.of(limits.weekMinutes()).ceiling()),
        rules,
        (int) Math.round((rest == null ? rules.restHours() : rest) * 60),
        days == null ? rules.maximumConsecutiveDays() : days,
        lastEnd == null
            ? LONG_AGO
            : Duration.between(request.firstDay().atStartOfDay(), lastEnd).toMinutes(),
        history == null ? 0 : history.workedDays(),
        bonds);
  }

  /** What a contract limits besides. */
  public Contract limits() {
    return person.limits();
  }

  /** Contract minutes of a block of days, a full week or the rest of the roster. */
  public int contractMinutes(int blockDays) {
    return weekContractMinutes * blockDays / 7;
  }

  /** Wages of minutes above the contract of a week, in cent-minutes. */
  public long overtimeCentMinutes(int minutes) {
    long cents = Math.round(person.hourlyCents() * person.overtimeFactor());
    long sum = minutes * cents;
    for (OvertimeStep step : limits().overtime()) {
      long dearer = Math.round(person.hourlyCents() * step.factor());
      sum += Math.max(0, minutes - Math.round(step.aboveHours() * 60)) * (dearer - cents);
      cents = dearer;
    }
    return sum;
  }

  /**
   * The days before the roster that a rule about days in a row knows, see {@link History}.
   *
   * @param free days that were free, 0 when the last was worked or nothing is known
   * @param whole the run began on a known day, so its least holds
   */
  public record Before(int worked, int free, boolean whole) {}

  /** What is known about the days before the roster. */
  public Before before() {
    History history = person.history();
    if (history == null) {
      return new Before(0, 0, false);
    }
    if (history.workedDays() > 0) {
      return new Before(history.workedDays(), 0, true);
    }
    Integer free = history.freeDays();
    return new Before(0, Objects.requireNonNullElse(free, 1), free != null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Employee employee && employee.index == index;
  }

  @Override
  public int hashCode() {
    return index;
  }
}

package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Rules;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A person and the limits and prices that hold for them, in minutes since the roster's first
 * midnight. Immutable.
 *
 * @param index in the request
 * @param person as in the request
 * @param peers people with the same text are compared by the fairness rule
 * @param weekContractMinutes paid minutes of a full week
 * @param weekMaximumMinutes most minutes of a week
 * @param overtimeCentsPerHour wage of an hour above the contract
 * @param fairnessCentsPerHour price of an hour above the average of equals
 * @param restMinutes least minutes between two shifts
 * @param maximumConsecutiveDays most days in a row
 * @param lastEndMinute when the last shift before the roster ended; far in the past if unknown
 * @param workedDays days in a row before the roster
 */
public record Employee(
    int index,
    Person person,
    String peers,
    int weekContractMinutes,
    int weekMaximumMinutes,
    long overtimeCentsPerHour,
    long fairnessCentsPerHour,
    int restMinutes,
    int maximumConsecutiveDays,
    long lastEndMinute,
    int workedDays) {

  private static final long LONG_AGO = -1_000_000;

  static Employee of(RosterRequest request, int index) {
    Person person = request.people().get(index);
    Rules rules = request.rules();
    History history = person.history();
    LocalDateTime lastEnd = history == null ? null : history.lastShiftEnd();
    int contract = (int) Math.round(person.contractHours() * 60);
    return new Employee(
        index,
        person,
        person.place() + "/" + contract,
        contract,
        (int) Math.round(person.maximumHours() * 60),
        Math.round(person.hourlyCents() * person.overtimeFactor()),
        rules.fairnessCentsPerHour(),
        (int) Math.round(rules.restHours() * 60),
        rules.maximumConsecutiveDays(),
        lastEnd == null
            ? LONG_AGO
            : Duration.between(request.firstDay().atStartOfDay(), lastEnd).toMinutes(),
        history == null ? 0 : history.workedDays());
  }

  /** Contract minutes of a block of days, a full week or the rest of the roster. */
  public int contractMinutes(int blockDays) {
    return weekContractMinutes * blockDays / 7;
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

package io.gemba.rosters.optaplanner;

import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.model.Bond;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import io.gemba.rosters.optaplanner.PersonDay.Week;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintCollectors;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;

/**
 * The rules of people's contracts and wishes, one method a rule; weights as in {@link
 * RosterConstraints}.
 */
public final class ContractConstraints implements ConstraintProvider {
  private static final HardSoftLongScore ONE_HARD = HardSoftLongScore.ONE_HARD;
  private static final HardSoftLongScore ONE_SOFT = HardSoftLongScore.ONE_SOFT;
  private static final long WHOLE_DAY = 1_000;
  private static final long CENT = 60;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      leastWeeklyHours(factory),
      rosterHours(factory),
      weeklyShifts(factory),
      leastConsecutiveDays(factory),
      freeDays(factory),
      weekends(factory),
      nights(factory),
      forbiddenSequence(factory),
      mustMeet(factory),
      fairNights(factory),
      fairWeekends(factory),
      wishes(factory),
      unwantedSequence(factory),
      pairs(factory)
    };
  }

  /** H7. Everybody works the least minutes of each week. Weight: minutes missing. */
  Constraint leastWeeklyHours(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.limits().weekMinutes() != null)
        .groupBy(
            PersonDay::employee, PersonDay::week, ConstraintCollectors.sum(PersonDay::paidMinutes))
        .penalizeLong(
            ONE_HARD,
            (employee, week, minutes) ->
                Math.max(0, Range.of(employee.limits().weekMinutes()).floor(week.days()) - minutes))
        .asConstraint("least weekly hours");
  }

  /** H8. Paid minutes of the roster are within the contract's. Weight: minutes outside. */
  Constraint rosterHours(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.limits().rosterMinutes() != null)
        .groupBy(PersonDay::employee, ConstraintCollectors.sum(PersonDay::paidMinutes))
        .penalizeLong(
            ONE_HARD, (employee, minutes) -> outside(employee.limits().rosterMinutes(), minutes))
        .asConstraint("roster hours");
  }

  /** H9. Shifts of each week are within the contract's. Weight: a whole day for each outside. */
  Constraint weeklyShifts(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.limits().weekShifts() != null)
        .groupBy(
            PersonDay::employee,
            PersonDay::week,
            ConstraintCollectors.sum((PersonDay day) -> day.isWork() ? 1 : 0))
        .penalizeLong(
            ONE_HARD, (employee, week, shifts) -> WHOLE_DAY * outside(employee, week, shifts))
        .asConstraint("weekly shifts");
  }

  private static long outside(Employee employee, Week week, int shifts) {
    Range range = Range.of(employee.limits().weekShifts());
    return outside(new Range(range.floor(week.days()), range.most()), shifts);
  }

  /** H10. Who begins to work does so for the least days in a row. Weight: a day each missing. */
  Constraint leastConsecutiveDays(ConstraintFactory factory) {
    return rows(factory, limits -> Range.of(limits.workDays()).least() != null)
        .penalizeLong(ONE_HARD, (employee, row) -> WHOLE_DAY * DutyRow.workTooShort(employee, row))
        .asConstraint("least consecutive days");
  }

  /** H11. Free days in a row are within the contract's. Weight: a whole day for each outside. */
  Constraint freeDays(ConstraintFactory factory) {
    return rows(factory, limits -> limits.freeDays() != null)
        .penalizeLong(ONE_HARD, (employee, row) -> WHOLE_DAY * DutyRow.freeOutside(employee, row))
        .asConstraint("free days");
  }

  /** H12. Weekends worked are within the contract's. Weight: a whole day for each outside. */
  Constraint weekends(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.limits().weekends() != null)
        .groupBy(PersonDay::employee, new WeekendCollector())
        .penalizeLong(
            ONE_HARD, (employee, count) -> WHOLE_DAY * outside(employee.limits().weekends(), count))
        .asConstraint("weekends");
  }

  /** H13. Nights are within the contract's. Weight: a whole day for each outside. */
  Constraint nights(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.limits().nights() != null)
        .groupBy(PersonDay::employee, ConstraintCollectors.sum(PersonDay::nights))
        .penalizeLong(
            ONE_HARD, (employee, count) -> WHOLE_DAY * outside(employee.limits().nights(), count))
        .asConstraint("nights");
  }

  /** H14. Nobody works a forbidden sequence of days. Weight: a whole day for each. */
  Constraint forbiddenSequence(ConstraintFactory factory) {
    return rows(factory, limits -> limits.forbidden().stream().anyMatch(p -> p.cents() == null))
        .penalizeLong(ONE_HARD, (employee, row) -> WHOLE_DAY * sequences(employee, row, true))
        .asConstraint("forbidden sequence");
  }

  /** H15. Pairs who must work together or apart do. Weight: minutes that they do not. */
  Constraint mustMeet(ConstraintFactory factory) {
    return meetings(factory, true)
        .penalizeLong(ONE_HARD, (pair, price) -> price)
        .asConstraint("pairs that must");
  }

  /** S8. Nights above the average of people with the same place and contract. */
  Constraint fairNights(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .groupBy(PersonDay::employee, ConstraintCollectors.sum(PersonDay::nights))
        .groupBy(
            (employee, nights) -> employee.peers(),
            new AboveAverageCollector((int) CENT, rules -> rules.fairnessCentsPerNight()))
        .penalizeLong(ONE_SOFT, (peers, centMinutes) -> centMinutes)
        .asConstraint("fair nights");
  }

  /** S9. Worked weekends above the average of people with the same place and contract. */
  Constraint fairWeekends(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .groupBy(PersonDay::employee, new WeekendCollector())
        .groupBy(
            (employee, weekends) -> employee.peers(),
            new AboveAverageCollector((int) CENT, rules -> rules.fairnessCentsPerWeekend()))
        .penalizeLong(ONE_SOFT, (peers, centMinutes) -> centMinutes)
        .asConstraint("fair weekends");
  }

  /** S10. Wishes that are not fulfilled. */
  Constraint wishes(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.wishCents() > 0)
        .penalizeLong(ONE_SOFT, day -> day.wishCents() * CENT)
        .asConstraint("wishes");
  }

  /** S11. Sequences of days that have a price. */
  Constraint unwantedSequence(ConstraintFactory factory) {
    return rows(factory, limits -> limits.forbidden().stream().anyMatch(p -> p.cents() != null))
        .penalizeLong(ONE_SOFT, (employee, row) -> CENT * sequences(employee, row, false))
        .asConstraint("unwanted sequence");
  }

  /** S12. Minutes of pairs who should work together or apart and do not. */
  Constraint pairs(ConstraintFactory factory) {
    return meetings(factory, false)
        .penalizeLong(ONE_SOFT, (pair, price) -> price)
        .asConstraint("pairs");
  }

  /** What of a person's contract a rule is about. */
  @FunctionalInterface
  private interface Asks {
    boolean of(Contract limits);
  }

  private static BiConstraintStream<Employee, List<Duty>> rows(
      ConstraintFactory factory, Asks asks) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> asks.of(day.limits()))
        .groupBy(PersonDay::employee, new DutyRow());
  }

  private static BiConstraintStream<Pair, Long> meetings(ConstraintFactory factory, boolean hard) {
    return factory
        .forEach(PersonDay.class)
        .filter(PersonDay::isWork)
        .flattenLast(PersonDay::presences)
        .filter(presence -> Bond.isHard(presence.bond().pair()) == hard)
        .groupBy(presence -> presence.bond().pair(), new PresenceCollector());
  }

  private static long sequences(Employee employee, List<Duty> row, boolean hard) {
    long sum = 0;
    for (Pattern pattern : employee.limits().forbidden()) {
      Long cents = pattern.cents();
      if ((cents == null) == hard) {
        sum += DutyRow.occurrences(employee, row, pattern) * (cents == null ? 1 : cents);
      }
    }
    return sum;
  }

  private static long outside(@Nullable Range limit, int have) {
    Range range = Range.of(limit);
    return Math.max(0L, (long) range.floor() - have) + Math.max(0L, (long) have - range.ceiling());
  }
}

package io.gemba.rosters.optaplanner;

import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.filtering;
import static org.optaplanner.core.api.score.stream.Joiners.lessThan;

import io.gemba.rosters.model.DemandDay;
import io.gemba.rosters.model.Employee;
import io.gemba.rosters.model.Portion;
import io.gemba.rosters.optaplanner.PersonDay.Week;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintCollectors;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;
import org.optaplanner.core.api.score.stream.tri.TriConstraintStream;

/**
 * The rules of a roster, one method a rule, and those of {@link ContractConstraints}. Hard weights
 * are minutes; a whole day counts as 1,000. Soft weights are cent-minutes. One shift a day needs no
 * rule: a day holds one duty.
 */
public final class RosterConstraints implements ConstraintProvider {
  private static final HardSoftLongScore ONE_HARD = HardSoftLongScore.ONE_HARD;
  private static final HardSoftLongScore ONE_SOFT = HardSoftLongScore.ONE_SOFT;
  private static final long WHOLE_DAY = 1_000;
  private static final long CENT = 60;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    Constraint[] own = {
      skill(factory),
      availability(factory),
      rest(factory),
      restSinceHistory(factory),
      weeklyHours(factory),
      consecutiveDays(factory),
      wages(factory),
      idleContractHours(factory),
      overtime(factory),
      coverUnder(factory),
      coverOver(factory),
      fairness(factory),
      changes(factory)
    };
    return Stream.of(own, new ContractConstraints().defineConstraints(factory))
        .flatMap(Stream::of)
        .toArray(Constraint[]::new);
  }

  /** H1. A shift is worked only for a skill the person has. Weight: a whole day. */
  Constraint skill(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(PersonDay::isWithoutSkill)
        .penalizeLong(ONE_HARD, day -> WHOLE_DAY)
        .asConstraint("skill");
  }

  /** H2. Nobody works on a day they are away. Weight: a whole day. */
  Constraint availability(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(PersonDay::isWhileUnavailable)
        .penalizeLong(ONE_HARD, day -> WHOLE_DAY)
        .asConstraint("availability");
  }

  /** H3. Between two shifts of a person lie the hours of rest. Weight: minutes missing. */
  Constraint rest(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(PersonDay::isWork)
        .join(
            factory.forEach(PersonDay.class).filter(PersonDay::isWork),
            equal(PersonDay::employee),
            lessThan(PersonDay::day),
            filtering((day, later) -> day.missingRestBefore(later) > 0))
        .penalizeLong(ONE_HARD, PersonDay::missingRestBefore)
        .asConstraint("rest");
  }

  /** H4. The same between the last shift before the roster and each in it. Weight: minutes. */
  Constraint restSinceHistory(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(PersonDay::isWork)
        .filter(day -> day.missingRestSinceHistory() > 0)
        .penalizeLong(ONE_HARD, PersonDay::missingRestSinceHistory)
        .asConstraint("rest since history");
  }

  /** H5. Nobody works more than their most hours of a week. Weight: minutes too many. */
  Constraint weeklyHours(ConstraintFactory factory) {
    return weeks(factory)
        .filter((employee, week, minutes) -> minutes > employee.weekMaximumMinutes())
        .penalizeLong(
            ONE_HARD, (employee, week, minutes) -> minutes - employee.weekMaximumMinutes())
        .asConstraint("weekly hours");
  }

  /** H6. Nobody works more days in a row than allowed. Weight: a whole day for each too many. */
  Constraint consecutiveDays(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(PersonDay::isWork)
        .groupBy(PersonDay::employee, new DaySetCollector())
        .penalizeLong(
            ONE_HARD, (employee, days) -> WHOLE_DAY * DaySetCollector.tooMany(employee, days))
        .asConstraint("consecutive days");
  }

  /** S1. Wages of the hours up to the contract. */
  Constraint wages(ConstraintFactory factory) {
    return weeks(factory)
        .penalizeLong(
            ONE_SOFT,
            (employee, week, minutes) ->
                Math.min(minutes, employee.contractMinutes(week.days()))
                    * employee.person().hourlyCents())
        .asConstraint("wages");
  }

  /** S2. Wages of the contract hours that nobody works. */
  Constraint idleContractHours(ConstraintFactory factory) {
    return weeks(factory)
        .penalizeLong(
            ONE_SOFT,
            (employee, week, minutes) ->
                Math.max(0, employee.contractMinutes(week.days()) - minutes)
                    * employee.person().hourlyCents())
        .asConstraint("idle contract hours");
  }

  /** S3. Wages of the hours above the contract. */
  Constraint overtime(ConstraintFactory factory) {
    return weeks(factory)
        .penalizeLong(
            ONE_SOFT,
            (employee, week, minutes) ->
                employee.overtimeCentMinutes(
                    Math.max(0, minutes - employee.contractMinutes(week.days()))))
        .asConstraint("overtime");
  }

  /** S4. Heads too few. */
  Constraint coverUnder(ConstraintFactory factory) {
    return cover(factory)
        .penalizeLong(ONE_SOFT, DemandDay::underCentMinutes)
        .asConstraint("under cover");
  }

  /** S5. Heads too many. */
  Constraint coverOver(ConstraintFactory factory) {
    return cover(factory)
        .penalizeLong(ONE_SOFT, DemandDay::overCentMinutes)
        .asConstraint("over cover");
  }

  /** S6. Minutes above the average of people with the same place and contract. */
  Constraint fairness(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .groupBy(PersonDay::employee, ConstraintCollectors.sum(PersonDay::paidMinutes))
        .groupBy(
            (employee, minutes) -> employee.peers(),
            new AboveAverageCollector(1, rules -> rules.fairnessCentsPerHour()))
        .penalizeLong(ONE_SOFT, (peers, centMinutes) -> centMinutes)
        .asConstraint("fairness");
  }

  /** S7. Days that differ from the published roster. */
  Constraint changes(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .filter(day -> day.changeCents() > 0)
        .penalizeLong(ONE_SOFT, day -> day.changeCents() * CENT)
        .asConstraint("changes");
  }

  private static TriConstraintStream<Employee, Week, Integer> weeks(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .groupBy(
            PersonDay::employee, PersonDay::week, ConstraintCollectors.sum(PersonDay::paidMinutes));
  }

  private static BiConstraintStream<DemandDay, int[]> cover(ConstraintFactory factory) {
    return factory
        .forEach(PersonDay.class)
        .flattenLast(PersonDay::portions)
        .groupBy(Portion::demand, new IntervalSumCollector());
  }
}

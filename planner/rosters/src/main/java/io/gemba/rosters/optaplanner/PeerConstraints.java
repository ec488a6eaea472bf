package io.gemba.rosters.optaplanner;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;

import io.gemba.rosters.engine.Problem;
import java.util.List;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;

/**
 * A benchmark's rules as constraint streams, priced by the same tables as the engine's: each row as
 * a whole, and each cover unit by the amount that is there.
 */
public final class PeerConstraints implements ConstraintProvider {
  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      rows(factory, true), rows(factory, false), cover(factory, true), cover(factory, false)
    };
  }

  /** Rules and wishes of a person. */
  private static Constraint rows(ConstraintFactory factory, boolean hard) {
    return factory
        .forEach(PeerCell.class)
        .groupBy(PeerCell::row, toList())
        .join(Problem.class)
        .penalizeLong(
            hard ? HardSoftLongScore.ONE_HARD : HardSoftLongScore.ONE_SOFT,
            (row, cells, problem) -> part(problem.rowPrice(row, line(problem, cells)), hard))
        .asConstraint(hard ? "rules of a person" : "wishes of a person");
  }

  private static short[] line(Problem problem, List<PeerCell> cells) {
    short[] line = new short[problem.days()];
    for (PeerCell cell : cells) {
      Integer value = cell.getValue();
      line[cell.day()] = value == null ? 0 : value.shortValue();
    }
    return line;
  }

  /** Cover, by its difference from nobody being there: the constant is left out of the score. */
  private static Constraint cover(ConstraintFactory factory, boolean hard) {
    return factory
        .forEach(PeerCell.class)
        .join(
            PeerBrings.class,
            Joiners.equal(PeerCell::day, PeerBrings::day),
            Joiners.equal(PeerCell::getValue, PeerBrings::value))
        .groupBy((cell, brings) -> brings.unit(), sum((cell, brings) -> brings.amount()))
        .join(Problem.class)
        .impactLong(
            hard ? HardSoftLongScore.ONE_HARD : HardSoftLongScore.ONE_SOFT,
            (unit, amount, problem) ->
                part(problem.coverPrice(unit, 0), hard)
                    - part(problem.coverPrice(unit, amount), hard))
        .asConstraint(hard ? "cover" : "price of cover");
  }

  private static long part(Problem.Total price, boolean hard) {
    return hard ? price.hard() : price.soft();
  }
}

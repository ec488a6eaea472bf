package io.gemba.rosters.optaplanner;

import java.util.List;
import java.util.function.BiFunction;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

/**
 * Judges rules one by one: broken, at their boundary, untouched. The name of a test before the
 * underscore is the rule's.
 */
abstract class RuleJudge<C extends ConstraintProvider> {
  private final ConstraintVerifier<C, RosterPlan> verifier;

  RuleJudge(C rules) {
    verifier =
        ConstraintVerifier.build(rules, RosterPlan.class, PersonDay.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);
  }

  void penalizes(
      BiFunction<C, ConstraintFactory, Constraint> rule, long weight, List<PersonDay> days) {
    verifier.verifyThat(rule).given(days.toArray()).penalizesBy(weight);
  }
}

package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndividualTest {
  private static Individual of(int[]... routes) {
    return new Individual(new PlainPlan(routes, 0, 0), 5);
  }

  @Test
  void unlike_countsBrokenWays() {
    Individual plan = of(new int[] {1, 2, 3}, new int[] {4, 5});

    assertThat(plan.unlike(of(new int[] {4, 5}, new int[] {1, 2, 3}))).isZero();
    assertThat(plan.unlike(of(new int[] {1, 2}, new int[] {3, 4, 5})))
        .as("2 -> 3 is gone; the other has 3 -> 4, and 4 began a route")
        .isEqualTo(3);
  }
}

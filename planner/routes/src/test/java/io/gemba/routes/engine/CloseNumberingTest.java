package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseNumberingTest {

  @ParameterizedTest(name = "seed {0}, windows {1}, symmetric {2}")
  @CsvSource({"1,true,true", "2,true,false", "3,false,true"})
  void planOfTheRenumberedProblem_isOneOfTheGiven(long seed, boolean windows, boolean symmetric) {
    PlainProblem given = TestProblems.random(seed, 40, windows, symmetric);
    CloseNumbering numbering = new CloseNumbering(given);
    PlainProblem problem = numbering.renumbered(given);
    int[][] routes = new int[40][1];
    for (int customer = 1; customer <= 40; customer++) {
      routes[customer - 1][0] = customer;
    }
    PlainPlan plan = new PlainPlan(routes, problem.length(routes), 0);

    PlainPlan back = numbering.given(plan);

    assertThat(TestProblems.errors(problem, plan)).isEmpty();
    assertThat(TestProblems.errors(given, back)).isEmpty();
    assertThat(numbering.close(back.routes())).isDeepEqualTo(routes);
  }

  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"1", "2", "3"})
  void neighboursInNumber_lieNearerThanByChance(long seed) {
    PlainProblem given = TestProblems.random(seed, 200, true, true);

    PlainProblem problem = new CloseNumbering(given).renumbered(given);

    long between = 0;
    long before = 0;
    for (int customer = 1; customer < 200; customer++) {
      between += problem.distance(customer, customer + 1);
      before += given.distance(customer, customer + 1);
    }
    assertThat(between).isLessThan(before / 4);
  }
}

package io.gemba.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperaturesTest {
  private static final PlainProblem PROBLEM = TestProblems.random(1, 100, true, true);
  private static final Offset<Double> EXACT = Offset.offset(1e-9);

  private static Temperatures temperatures(double seconds, long steps, int threads) {
    SearchLimit limit = new SearchLimit(System.nanoTime(), seconds, steps, () -> false);
    return new Temperatures(PROBLEM, limit, threads);
  }

  @ParameterizedTest(name = "{0} s, {1} threads for 100 customers")
  @CsvSource({"5.9,1,false", "6,1,true", "2.9,2,false", "3,2,true"})
  void sixtyMillisACustomer_areTime(double seconds, int threads, boolean expected) {
    assertThat(temperatures(seconds, 0, threads).haveTime()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} s")
  @CsvSource({"1,0.02,1", "60,0.08,2"})
  void withTime_beginsHotterBeforeClosingAndEndsWarmer(double seconds, double cold, double hot) {
    Temperatures temperatures = temperatures(seconds, 0, 1);
    double near = PROBLEM.meanNearLength();

    double last = temperatures.ofLocalSearch(0.25).at(1);
    double first = temperatures.beforeClosing(0.03, 0.3).at(0.03);

    assertThat(last).isCloseTo(cold * near, EXACT);
    assertThat(first).isCloseTo(hot * near, EXACT);
  }

  @Test
  void afterClosing_coolsFromWhereClosingEndsToTheEnd() {
    Annealing.Schedule schedule = temperatures(60, 0, 1).afterClosing(0.5);
    double near = PROBLEM.meanNearLength();

    assertThat(schedule.at(0.5)).isCloseTo(0.5 * near, EXACT);
    assertThat(schedule.at(0.75)).isCloseTo(0.1 * near, EXACT);
    assertThat(schedule.at(1)).isCloseTo(0.02 * near, EXACT);
  }
}

package io.gemba.rosters.engine;

import static io.gemba.rosters.engine.TwelveWeeks.DAYS;
import static io.gemba.rosters.engine.TwelveWeeks.open;
import static io.gemba.rosters.engine.TwelveWeeks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBuilderTest {
  private static final double SCALE = 200;
  private final double[] free = new double[DAYS * 2];

  @Test
  void row_keepsEveryRule() {
    Problem problem = problem(true, open());

    short[] row = RowBuilder.build(problem, 0, free, SCALE);

    assertThat(row).isNotNull();
    assertThat(Price.hard(RowPrice.of(problem, 0, row))).isZero();
    assertThat(shifts(row)).isBetween(52L, 54L);
  }

  @Test
  void twoWeeksOff_areMadeUpForInTheOthers() {
    int[][] open = open();
    Arrays.fill(open, 42, 56, new int[] {0});
    Problem problem = problem(false, open);

    short[] row = RowBuilder.build(problem, 0, free, SCALE);

    assertThat(row).isNotNull();
    assertThat(Price.hard(RowPrice.of(problem, 0, row))).isEqualTo(52 - shifts(row));
    assertThat(shifts(row)).isGreaterThanOrEqualTo(49);
    assertThat(Arrays.copyOfRange(row, 42, 56)).containsOnly((short) 0);
  }

  @Test
  void dearDays_areFreeWhereTheRulesAllow() {
    Problem problem = problem(false, open());
    double[] dear = free.clone();
    IntStream.of(9, 10, 30, 31, 32).forEach(day -> dear[day * 2 + 1] = 50);

    short[] row = RowBuilder.build(problem, 0, dear, SCALE);

    assertThat(row).isNotNull();
    assertThat(Price.hard(RowPrice.of(problem, 0, row))).isZero();
    assertThat(IntStream.of(9, 10, 30, 31, 32).map(day -> row[day])).containsOnly(0);
  }

  @Test
  void nobodyWhoMayWork_hasARow() {
    int[][] closed = open();
    Arrays.fill(closed, new int[] {0});

    assertThat(RowBuilder.build(problem(false, closed), 0, free, SCALE)).isNull();
  }

  private static long shifts(short[] row) {
    return IntStream.range(0, row.length).filter(day -> row[day] > 0).count();
  }
}

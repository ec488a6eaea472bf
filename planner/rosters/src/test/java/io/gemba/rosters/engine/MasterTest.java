package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {
  private static final int PERSONS = 4;
  private static final int UNITS = 6;

  /** Enough that most are sifted out. */
  private static final int COLUMNS = 120;

  private static final Limits NO_LIMITS =
      new Limits(System.nanoTime(), Long.MAX_VALUE / 2, Long.MAX_VALUE, () -> false);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void solve_leavesNoColumnThatWouldHelp(long seed) {
    Master master = filled(seed);

    master.solve(NO_LIMITS);

    for (Column column : master.columns()) {
      assertThat(master.reduced(column)).isGreaterThan(-1e-5);
    }
    double[] taken = new double[PERSONS];
    double[] shares = master.shares();
    for (int i = 0; i < shares.length; i++) {
      taken[master.columns().get(i).person] += shares[i];
    }
    for (double share : taken) {
      assertThat(share).isCloseTo(1, within(1e-6));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void box_keepsPricesInsideAndTheValueBelow(long seed) {
    Master master = filled(seed);
    double[] center = new double[UNITS];
    Arrays.fill(center, 5);
    master.solve(NO_LIMITS);
    double free = master.value();

    master.box(center, 1);
    master.solve(NO_LIMITS);

    assertThat(master.value()).isLessThanOrEqualTo(free + 1e-6);
    for (int unit = 0; unit < UNITS; unit++) {
      assertThat(master.unitDual(unit)).isBetween(4 - 1e-5, 6 + 1e-5);
    }
    master.box(center, 1000);
    master.solve(NO_LIMITS);
    assertThat(master.isBoxed(0.1)).isFalse();
    assertThat(master.value()).isCloseTo(free, within(1e-6));
  }

  private static Master filled(long seed) {
    Random random = new Random(seed);
    double[] need = new double[UNITS];
    double[] under = new double[UNITS];
    double[] over = new double[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      need[unit] = 1 + random.nextInt(3);
      under[unit] = 20 + random.nextInt(80);
      over[unit] = 1 + random.nextInt(9);
    }
    Master master = new Master(PERSONS, need, under, over, new FastRandom(seed));
    List<Column> first = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      first.add(column(person, random));
    }
    master.start(first);
    for (int i = 0; i < COLUMNS; i++) {
      master.add(column(i % PERSONS, random));
    }
    return master;
  }

  private static Column column(int person, Random random) {
    int[] units = random.ints(0, UNITS).distinct().limit(3).toArray();
    double[] amounts = {1, 1, 1};
    return new Column(person, new short[0], random.nextInt(40), units, amounts);
  }
}

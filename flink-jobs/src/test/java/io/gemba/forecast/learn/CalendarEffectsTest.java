package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.panel.DayKinds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalendarEffectsTest {
  private static final int FIRST = 15_000;
  private static final int DAYS = 1_200;

  /** Event 1 every 180 days; the region's flag on the first ten days of 30; closed every 365. */
  private static final DayKinds KINDS =
      new DayKinds() {
        @Override
        public int eventOn(int day) {
          return day % 180 == 0 ? 1 : NONE;
        }

        @Override
        public int previousOf(int event, int day) {
          return day - 180;
        }

        @Override
        public boolean isFlagged(String region, int day) {
          return region.equals("N") && day % 30 < 10;
        }

        @Override
        public boolean isClosed(int day) {
          return day % 365 == 0;
        }
      };

  @Test
  void fit_knownEffects_areFoundAgainAroundAGrowingLevel() {
    CalendarEffects effects = fit();

    double sunday = effects.factor(day(6), "S", KINDS);
    double tuesday = effects.factor(day(1), "S", KINDS);
    assertThat(sunday / tuesday).isCloseTo(1.6, within(0.15));
    int flagged = 15_931;
    assertThat(flagged % 30).isLessThan(10);
    assertThat(effects.factor(flagged, "N", KINDS) / effects.factor(flagged, "S", KINDS))
        .isCloseTo(1.3, within(0.12));
    int event = 15_840;
    double around = effects.factor(event, "S", KINDS) / effects.factor(event + 7, "S", KINDS);
    assertThat(around).as("twice as much on the event").isBetween(1.5, 2.3);
  }

  @Test
  void factor_closedDay_isNothing() {
    assertThat(fit().factor(365 * 43, "N", KINDS)).isZero();
  }

  private static int day(int weekday) {
    int day = FIRST + 901;
    while (Math.floorMod(day + 3, 7) != weekday || isNearEvent(day)) {
      day++;
    }
    return day;
  }

  private static boolean isNearEvent(int day) {
    int from = Math.floorMod(day, 180);
    return from < 6 || from > 173;
  }

  private static CalendarEffects fit() {
    SplittableRandom random = new SplittableRandom(9);
    boolean[] use = new boolean[DAYS];
    for (int i = 0; i < DAYS; i++) {
      use[i] = !KINDS.isClosed(FIRST + i);
    }
    return CalendarEffects.fit(
        List.of(
            new CalendarEffects.Rows("N", units("N", random)),
            new CalendarEffects.Rows("S", units("S", random))),
        FIRST,
        KINDS,
        1,
        List.of("N", "S"),
        use);
  }

  private static float[] units(String region, SplittableRandom random) {
    float[] units = new float[DAYS];
    for (int i = 0; i < DAYS; i++) {
      int day = FIRST + i;
      double mean = 300 + 0.2 * i;
      mean *= Math.floorMod(day + 3, 7) == 6 ? 1.6 : 1;
      mean *= KINDS.isFlagged(region, day) ? 1.3 : 1;
      mean *= KINDS.eventOn(day) == 1 ? 2 : 1;
      units[i] = (float) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    Arrays.fill(units, 0, 3, Float.NaN);
    return units;
  }
}

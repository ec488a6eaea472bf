package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MachineDistanceTest {
  private static final int GOOD_ROWS = 400;

  @Test
  void healthyMachine_overAnHour_staysBelowTheLimit() {
    for (long seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      MachineDistance distance = new MachineDistance(rows(random, GOOD_ROWS));

      int alarms = 0;
      for (double[] row : rows(random, 3_600)) {
        alarms += distance.next(row) >= distance.limit() ? 1 : 0;
      }

      assertThat(alarms).as("seed %d", seed).isZero();
    }
  }

  @Test
  void twoSensorsThatPart_eachInItsRange_isAnAlarm() {
    for (long seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      MachineDistance distance = new MachineDistance(rows(random, GOOD_ROWS));

      double most = 0;
      for (double[] row : rows(random, 120)) {
        row[0] += 8;
        row[1] -= 0.8;
        most = Math.max(most, distance.next(row));
      }

      assertThat(most).as("seed %d", seed).isGreaterThan(distance.limit());
    }
  }

  @Test
  void sensorThatNeverMoved_isNoTrouble() {
    double[][] good = rows(new Random(1), GOOD_ROWS);
    for (double[] row : good) {
      row[2] = 7;
    }
    MachineDistance distance = new MachineDistance(good);

    assertThat(distance.next(good[0])).isFinite();
    assertThat(distance.limit()).isFinite().isPositive();
  }

  @Test
  void tooFewRows_areRefusedWithTheNumberNeeded() {
    assertThatThrownBy(() -> new MachineDistance(rows(new Random(1), 59)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("60");
  }

  /** Two sensors that move together, and one alone. */
  private static double[][] rows(Random random, int count) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      double shared = random.nextGaussian();
      rows[i] =
          new double[] {
            100 + 10 * (shared + 0.1 * random.nextGaussian()),
            5 + shared + 0.1 * random.nextGaussian(),
            random.nextGaussian()
          };
    }
    return rows;
  }
}

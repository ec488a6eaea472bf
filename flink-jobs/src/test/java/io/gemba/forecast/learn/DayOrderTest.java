package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DayOrderTest {
  @Test
  void below_anyValues_isTheSetOfDaysBelow() {
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] values = new float[1 + random.nextInt(32)];
      for (int day = 0; day < values.length; day++) {
        values[day] = random.nextInt(12) == 0 ? Float.NaN : random.nextInt(8);
      }
      DayOrder order = new DayOrder(values, values.length);

      for (float threshold = -1; threshold <= 9; threshold += 0.5f) {
        assertThat(order.below(threshold))
            .as("seed %d, below %s", seed, threshold)
            .isEqualTo(below(values, threshold));
      }
    }
  }

  private static int below(float[] values, float threshold) {
    int set = 0;
    for (int day = 0; day < values.length; day++) {
      set |= values[day] < threshold ? 1 << day : 0;
    }
    return set;
  }
}

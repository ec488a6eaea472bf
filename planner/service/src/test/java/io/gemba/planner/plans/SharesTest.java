package io.gemba.planner.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void remainder_goesToTheLargestFraction() {
    assertThat(Shares.of(100, List.of(1.0, 1.0, 1.0))).containsExactly(34L, 33L, 33L);
    assertThat(Shares.of(10, List.of(1.0, 5.0))).containsExactly(2L, 8L);
  }

  @Test
  void withoutWeights_partsAreEqual() {
    assertThat(Shares.of(9, List.of(0.0, 0.0, 0.0))).containsExactly(3L, 3L, 3L);
  }

  @Test
  void parts_alwaysAddUp() {
    Random random = new Random(3);

    for (int run = 0; run < 500; run++) {
      long cents = random.nextLong(-1_000_000, 1_000_000);
      List<Double> weights = random.doubles(14, 0, 500).boxed().toList();

      assertThat(Shares.of(cents, weights).stream().mapToLong(Long::longValue).sum())
          .as("seed 3, run %d", run)
          .isEqualTo(cents);
    }
  }
}

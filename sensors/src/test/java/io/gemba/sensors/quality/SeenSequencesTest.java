package io.gemba.sensors.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.sensors.TestBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeenSequencesTest {

  @Test
  void numbersWithoutGaps_inAnyOrder_areOneRangeAndNewOnce() {
    for (long seed = 0; seed < 50; seed++) {
      List<Long> numbers = new ArrayList<>();
      for (long i = 0; i < 500; i++) {
        numbers.add(i);
        numbers.add(i);
      }
      shuffleNearby(numbers, new Random(seed));
      SeenSequences seen = new SeenSequences();

      long fresh = numbers.stream().filter(seen::add).count();

      assertThat(fresh).as("seed %d", seed).isEqualTo(500);
      assertThat(seen.ranges()).as("seed %d", seed).isEqualTo(1);
    }
  }

  @Test
  void numbersWithGaps_withinTheBound_agreeWithASet() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      SeenSequences seen = new SeenSequences();
      Set<Long> expected = new HashSet<>();

      for (int i = 0; i < 400; i++) {
        long seq = random.nextInt(200);
        assertThat(seen.add(seq)).as("seed %d, number %d", seed, seq).isEqualTo(expected.add(seq));
      }
    }
  }

  @Test
  void moreRangesThanAreKept_lowestForgotten_countsAsSeen() {
    SeenSequences seen = new SeenSequences();
    for (long i = 0; i <= SeenSequences.MOST; i++) {
      seen.add(i * 10);
    }

    assertThat(seen.ranges()).isEqualTo(SeenSequences.MOST);
    assertThat(seen.add(0)).isFalse();
    assertThat(seen.add(-5)).isFalse();
    assertThat(seen.add(15)).isTrue();
  }

  @Test
  void restart_lowNumber_isNewAgain() {
    SeenSequences seen = new SeenSequences();
    seen.add(1_000);

    seen.restart(0);

    assertThat(seen.add(0)).isFalse();
    assertThat(seen.add(1)).isTrue();
  }

  @Test
  void writtenAndRead_anyState_isTheSame() throws IOException {
    SeenSequences seen = new SeenSequences();
    new Random(3).longs(300, 0, 1_000).forEach(seen::add);

    SeenSequences read = new SeenSequences();
    read.fill(TestBytes.in(seen::write));

    for (long seq = 0; seq < 1_000; seq++) {
      assertThat(read.add(seq)).as("number %d", seq).isEqualTo(seen.add(seq));
    }
  }

  private static void shuffleNearby(List<Long> numbers, Random random) {
    for (int i = 0; i < numbers.size(); i++) {
      Collections.swap(numbers, i, Math.min(numbers.size() - 1, i + random.nextInt(40)));
    }
  }
}

package io.gemba.sensors.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomCutForestPeerTest {
  private static final int READINGS = 1_500;
  private static final int SPIKE = 1_200;

  @Test
  void spikeInASine_isGradedAboveItsNeighbours() {
    double[] grades = grades(sineWith(SPIKE));

    assertThat(grades[SPIKE]).isGreaterThan(0.5);
    assertThat(IntStream.range(SPIKE - 50, SPIKE).mapToDouble(i -> grades[i]).max().orElseThrow())
        .isLessThan(grades[SPIKE]);
  }

  @Test
  void sameReadingsTwice_areGradedTheSame() {
    double[] values = sineWith(SPIKE);

    assertThat(grades(values)).containsExactly(grades(values));
  }

  private static double[] sineWith(int spike) {
    return IntStream.range(0, READINGS)
        .mapToDouble(i -> Math.sin(i / 10.0) + (i == spike ? 8 : 0))
        .toArray();
  }

  private static double[] grades(double[] values) {
    RandomCutForestPeer peer = new RandomCutForestPeer();
    double[] grades = new double[values.length];
    for (int i = 0; i < grades.length; i++) {
      grades[i] = peer.next(values[i]);
    }
    return grades;
  }
}

package io.gemba.sensors.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
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
    Random random = new Random(1);
    double[] values = sineWith(SPIKE);
    for (int i = 0; i < READINGS; i++) {
      values[i] += random.nextGaussian() / 10 + (i % 60 == 0 ? 3 * random.nextDouble() : 0);
    }

    double[] grades = grades(values);

    assertThat(DoubleStream.of(grades).filter(grade -> grade > 0 && grade < 1).count())
        .as("grades that depend on the draws")
        .isPositive();
    assertThat(grades).containsExactly(grades(values));
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

package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.sensors.TestBytes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
  private final Repeats repeats = new Repeats();

  @Test
  void runThatGoesOn_isNotCountedAgainstItself() {
    assertThat(repeats.next(5)).isEqualTo(5);
    assertThat(repeats.next(4)).isEqualTo(4);
    assertThat(repeats.next(6)).isEqualTo(6);
  }

  @Test
  void whatCameBefore_countsLess_byHowOftenItWentAsFar() {
    run(5);
    assertThat(repeats.next(5)).isCloseTo(5 - 2 * Math.log10(2), within(1e-9));
    rest();
    run(4);

    assertThat(repeats.next(4)).isCloseTo(4 - 2 * Math.log10(4), within(1e-9));
    assertThat(repeats.next(5.5)).isEqualTo(5.5);
  }

  @Test
  void smallOnes_areNeitherLessenedNorRemembered() {
    for (int i = 0; i < 40; i++) {
      run(Repeats.LEAST_DECADES - 0.1);
    }

    assertThat(repeats.next(Repeats.LEAST_DECADES - 0.1)).isEqualTo(Repeats.LEAST_DECADES - 0.1);
    assertThat(repeats.next(Repeats.LEAST_DECADES)).isEqualTo(Repeats.LEAST_DECADES);
  }

  @Test
  void onlyTheLatestRuns_areRemembered() {
    run(7);
    for (int i = 0; i < 2 * Repeats.RUNS + 3; i++) {
      run(2);
    }

    assertThat(repeats.next(6)).isEqualTo(6);
    assertThat(repeats.next(2)).isZero();
  }

  @Test
  void writtenAndRead_inTheMiddleOfARun_goesOnTheSame() throws IOException {
    for (int i = 0; i < Repeats.RUNS + 5; i++) {
      run(2 + i % 4);
    }
    repeats.next(4);
    Repeats read = new Repeats();
    read.fill(TestBytes.in(repeats::write));

    for (int i = 0; i < 3_000; i++) {
      double decades = i % 150 < 140 ? 0 : 2 + i % 5;
      assertThat(read.next(decades)).as("after %d", i).isEqualTo(repeats.next(decades));
    }
  }

  private void run(double decades) {
    repeats.next(decades);
    rest();
  }

  private void rest() {
    for (int i = 0; i < Repeats.RUN_READINGS; i++) {
      repeats.next(0);
    }
  }
}

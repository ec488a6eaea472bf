package io.gemba.jobs.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final Pace.Limits LIMITS = new Pace.Limits(2_000, 10_000);

  private final Pace pace = new Pace();

  @Test
  void changedAt_secondChange_needsNoTimer() {
    long first = pace.changedAt(1_000, LIMITS);
    long second = pace.changedAt(1_500, LIMITS);

    assertThat(first).isEqualTo(3_000);
    assertThat(second).isZero();
  }

  @Test
  void timerAt_changedMeanwhile_waitsForQuiet() {
    pace.changedAt(1_000, LIMITS);
    pace.changedAt(2_500, LIMITS);

    Pace.Next early = pace.timerAt(3_000, LIMITS);
    Pace.Next quiet = pace.timerAt(4_500, LIMITS);

    assertThat(early).isEqualTo(new Pace.Wait(4_500));
    assertThat(quiet).isEqualTo(new Pace.Go());
    assertThat(pace.isWaiting()).isFalse();
  }

  @Test
  void timerAt_neverQuiet_goesAfterTheMost() {
    for (long millis = 1_000; millis < 11_000; millis += 500) {
      pace.changedAt(millis, LIMITS);
    }

    Pace.Next before = pace.timerAt(10_900, LIMITS);
    Pace.Next at = pace.timerAt(11_000, LIMITS);

    assertThat(before).isEqualTo(new Pace.Wait(11_000));
    assertThat(at).isEqualTo(new Pace.Go());
  }

  @Test
  void read_whatWasWritten_goesOnWhereItWas() throws IOException {
    pace.changedAt(1_000, LIMITS);
    pace.changedAt(2_500, LIMITS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pace.write(new DataOutputStream(bytes));

    Pace read = Pace.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.isWaiting()).isTrue();
    assertThat(read.timerAt(3_000, LIMITS)).isEqualTo(new Pace.Wait(4_500));
  }

  @Test
  void limits_falling_areRefused() {
    assertThatThrownBy(() -> new Pace.Limits(2_000, 1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mostMillis (1000)");
  }
}

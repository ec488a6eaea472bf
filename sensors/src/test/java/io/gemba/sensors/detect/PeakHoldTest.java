package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PeakHoldTest {
  private final PeakHold hold = new PeakHold();

  @Test
  void next_slightlyMore_isNoNews() {
    assertThat(hold.next(3)).isEqualTo(3);
    assertThat(hold.next(3.5)).isZero();
  }

  @Test
  void next_clearlyMore_isNews() {
    hold.next(3);

    assertThat(hold.next(3.6)).isEqualTo(3.6);
  }

  @Test
  void next_theSameAfterTheHold_isNewsAgain() {
    hold.next(3);
    for (int i = 0; i < PeakHold.HOLD_READINGS; i++) {
      assertThat(hold.next(0)).isZero();
    }

    assertThat(hold.next(3)).isEqualTo(3);
  }
}

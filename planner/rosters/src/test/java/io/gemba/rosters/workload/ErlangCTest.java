package io.gemba.rosters.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErlangCTest {
  @Test
  void oneHead_waitsAsOftenAsItIsBusy() {
    assertThat(ErlangC.waitShare(1, 0.3)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void twoHeads_byHand() {
    // one erlang on two: B = (1/2) / (1 + 1 + 1/2) = 1/5, C = 2/5 / (2 - 4/5) = 1/3
    assertThat(ErlangC.waitShare(2, 1)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(ErlangC.servedWithin(2, 1, 60, 60)).isCloseTo(1 - Math.exp(-1) / 3, within(1e-12));
  }

  @Test
  void largeQueue_doesNotOverflow() {
    assertThat(ErlangC.waitShare(1_100, 1_000)).isBetween(0.0, 0.01);
  }

  @Test
  void overloadedQueue_servesNobodyInTime() {
    assertThat(ErlangC.waitShare(3, 3)).isEqualTo(1);
    assertThat(ErlangC.servedWithin(3, 3, 1_000, 60)).isZero();
  }

  @Test
  void leastHeads_isTheFirstThatReachesTheShare() {
    // 10 calls of 3 minutes in 15 minutes are 2 erlangs
    int heads = ErlangC.leastHeads(2, 0.8, 20, 180);

    assertThat(ErlangC.servedWithin(heads, 2, 20, 180)).isGreaterThanOrEqualTo(0.8);
    assertThat(ErlangC.servedWithin(heads - 1, 2, 20, 180)).isLessThan(0.8);
    // by hand: C(3, 2) = 4/9, served 1 - 4/9 e^(-1/9) = 0.602; C(4, 2) = 4/23, 1 - 4/23 e^(-2/9)
    assertThat(ErlangC.servedWithin(3, 2, 20, 180))
        .isCloseTo(1 - 4 / 9.0 * Math.exp(-1 / 9.0), within(1e-12));
    assertThat(ErlangC.servedWithin(4, 2, 20, 180))
        .isCloseTo(1 - 4 / 23.0 * Math.exp(-2 / 9.0), within(1e-12));
    assertThat(heads).isEqualTo(4);
  }

  @Test
  void nobodyComes_nobodyIsNeeded() {
    assertThat(ErlangC.leastHeads(0, 0.8, 20, 180)).isZero();
  }

  @Test
  void wrongNumbers_areNamed() {
    assertThatThrownBy(() -> ErlangC.leastHeads(1, 1, 20, 180))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share (1.0)");
    assertThatThrownBy(() -> ErlangC.waitShare(0, 1)).hasMessageContaining("heads (0)");
  }
}

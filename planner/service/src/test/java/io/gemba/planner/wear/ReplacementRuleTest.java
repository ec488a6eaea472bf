package io.gemba.planner.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gemba.message.MachineLife;
import io.gemba.planner.wear.ReplacementRule.Choice;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ReplacementRuleTest {
  /** 400.00 for the part, 30 minutes to replace it, 240 minutes and 900.00 when it fails. */
  private static final ReplacementRule RULE = new ReplacementRule(40_000, 30, 240, 90_000, 350);

  @Test
  void partThatLastsLongBeyondThePlannedStop_waits() {
    Choice choice = RULE.price(life(100, 80, 120), 30);

    assertThat(choice.nowCents()).isEqualTo(40_000 + 30 * 350);
    assertThat(choice.laterCents()).isCloseTo(40_000, Offset.offset(5L));
    assertThat(choice.isNowCheaper()).isFalse();
  }

  @Test
  void partThatEndsBeforeThePlannedStop_isReplacedNow() {
    Choice choice = RULE.price(life(10, 5, 15), 30);

    assertThat(choice.failsBefore()).isCloseTo(1, Offset.offset(1e-3));
    assertThat(choice.laterCents()).isCloseTo(40_000 + 90_000 + 240 * 350, Offset.offset(200L));
    assertThat(choice.isNowCheaper()).isTrue();
  }

  @Test
  void chances_atTheIntervalsEnds_areOneTenthAHalfAndNineTenths() {
    MachineLife life = life(60, 45, 90);

    assertThat(RULE.price(life, 45).failsBefore()).isCloseTo(0.1, Offset.offset(1e-4));
    assertThat(RULE.price(life, 60).failsBefore()).isCloseTo(0.5, Offset.offset(1e-4));
    assertThat(RULE.price(life, 90).failsBefore()).isCloseTo(0.9, Offset.offset(1e-2));
    assertThat(RULE.price(life, 0).failsBefore()).isZero();
  }

  @Test
  void chance_risesWithTheWait() {
    MachineLife life = life(20, 5, 60);
    double before = 0;
    for (int cycles = 1; cycles < 200; cycles++) {
      double chance = RULE.price(life, cycles).failsBefore();
      assertThat(chance).as("%d cycles", cycles).isBetween(before, 1.0);
      before = chance;
    }
    assertThat(before).isGreaterThan(0.999);
  }

  @Test
  void negativeCosts_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplacementRule(-1, 30, 240, 90_000, 350))
        .withMessageContaining("partCents (-1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplacementRule(1, Double.NaN, 240, 90_000, 350))
        .withMessageContaining("stopMinutes (NaN)");
  }

  private static MachineLife life(double expected, double low, double high) {
    return TestLives.life(expected, low, high);
  }
}

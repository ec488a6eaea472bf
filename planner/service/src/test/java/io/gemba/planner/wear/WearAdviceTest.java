package io.gemba.planner.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.MachineLife;
import io.gemba.planner.TestSite;
import io.gemba.planner.wear.PlannedStops.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WearAdviceTest {
  private static final Instant NOW = TestSite.NOW;

  /** 400.00 for the part, 30 minutes to replace it, 240 minutes and 900.00 when it fails. */
  private static final ReplacementRule RULE = new ReplacementRule(40_000, 30, 240, 90_000, 350);

  @Test
  void nothingTold_waits() {
    assertThat(WearAdvice.of(null, RULE, stops(30, 60), NOW).act()).isEqualTo(WearAct.WAIT);
  }

  @Test
  void failsBeforeTheStop_isReplacedNow_andPriced() {
    WearAdvice advice = WearAdvice.of(TestLives.life(20, 12, 30), RULE, stops(40, 80), NOW);

    assertThat(advice.act()).isEqualTo(WearAct.NOW);
    assertThat(advice.failsBefore()).isGreaterThan(0.98);
    assertThat(advice.laterCents()).isGreaterThan(200_000);
  }

  @Test
  void lastsUntilTheStop_butNotTheNext_isReplacedThere() {
    WearAdvice advice = WearAdvice.of(TestLives.life(60, 50, 75), RULE, stops(20, 80), NOW);

    assertThat(advice.act()).isEqualTo(WearAct.AT_STOP);
    assertThat(advice.failsBefore()).isLessThan(0.001);
    assertThat(advice.laterCents()).isBetween(40_000L, 40_100L);
  }

  @Test
  void lastsUntilTheStopAfterTheNext_isLeft() {
    MachineLife life = TestLives.life(90, 80, 100);

    assertThat(WearAdvice.of(life, RULE, stops(20, 80), NOW).act()).isEqualTo(WearAct.LEAVE);
    assertThat(WearAdvice.of(life, RULE, stops(20, 81), NOW).act()).isEqualTo(WearAct.AT_STOP);
    assertThat(WearAdvice.of(life, RULE, stops(20), NOW).act()).isEqualTo(WearAct.AT_STOP);
  }

  @Test
  void asGoodAsNew_isLeft_evenWhenTheStopIsBeyondWhatTheModelTells() {
    MachineLife life = TestLives.life(120, 105, 125);

    WearAdvice beyond = WearAdvice.of(life, RULE, stops(168, 336), NOW);
    WearAdvice within = WearAdvice.of(life, RULE, stops(50, 218), NOW);

    assertThat(beyond.act()).isEqualTo(WearAct.LEAVE);
    assertThat(beyond.failsBefore()).isNull();
    assertThat(within.act()).isEqualTo(WearAct.LEAVE);
    assertThat(within.failsBefore()).isLessThan(0.01);
  }

  @Test
  void noStopPlanned_asksForOne_onceItWears() {
    assertThat(WearAdvice.of(TestLives.life(60, 50, 75), RULE, List.of(), NOW).act())
        .isEqualTo(WearAct.PLAN_STOP);
    assertThat(WearAdvice.of(TestLives.life(124, 110, 125), RULE, List.of(), NOW).act())
        .isEqualTo(WearAct.LEAVE);
  }

  @Test
  void stopThatIsOn_isTheTime() {
    WearAdvice advice = WearAdvice.of(TestLives.life(20, 12, 30), RULE, stops(0, 80), NOW);

    assertThat(advice.act()).isEqualTo(WearAct.AT_STOP);
    assertThat(advice.laterCents()).isEqualTo(40_000);
  }

  @Test
  void machineThatRanHalfOfItsTime_isTakenToGoOnSo_butNotInItsFirstDay() {
    MachineLife half = TestLives.life(60, 50, 75, NOW.minus(Duration.ofHours(200)), NOW);
    MachineLife fresh = TestLives.life(60, 50, 75, NOW.minus(Duration.ofHours(23)), NOW);

    assertThat(WearAdvice.runningShare(half)).isCloseTo(0.5, within(1e-9));
    assertThat(WearAdvice.runningShare(fresh)).isEqualTo(1);
    assertThat(WearAdvice.of(half, RULE, stops(120), NOW).failsBefore())
        .isCloseTo(0.5, within(1e-6));
  }

  private static List<Stop> stops(int... hours) {
    return Arrays.stream(hours)
        .mapToObj(each -> new Stop(NOW.plus(Duration.ofHours(each)), ""))
        .toList();
  }
}

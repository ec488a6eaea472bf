package io.gemba.planner.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.MachineLife;
import io.gemba.site.WearPart;
import io.gemba.site.WearPart.Direction;
import io.gemba.site.WearPart.FailureMode;
import io.gemba.site.WearPart.Sign;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FailureHintTest {
  private static final WearPart PART =
      new WearPart(
          "bearing",
          "bearings",
          List.of(),
          60,
          null,
          1,
          1,
          1,
          null,
          List.of(),
          List.of(
              mode("lubrication lost", up("temperature"), up("current")),
              mode("surface fatigue", up("vibration"), up("iron")),
              mode("leak", new Sign("pressure", Direction.DOWN))));

  @Test
  void sensorsOfOneModeMoved_itFitsWhole_andNoOther() {
    List<FailureHint> hints = hints(moved("vibration", 20), moved("iron", 15));

    assertThat(hints).extracting(FailureHint::mode).containsExactly("surface fatigue");
    assertThat(hints.get(0).fit()).as("both far").isEqualTo(1, within(1e-9));
    assertThat(hints.get(0).seen()).containsExactly("m/vibration", "m/iron");
    assertThat(hints.get(0).unseen()).isEmpty();
  }

  @Test
  void sensorsOfTwoModesMoved_theOneThatMovedFartherComesFirst() {
    List<FailureHint> hints =
        hints(
            moved("temperature", 11), moved("current", 7), moved("vibration", 5), moved("iron", 5));

    assertThat(hints)
        .extracting(FailureHint::mode)
        .containsExactly("lubrication lost", "surface fatigue");
    assertThat(hints.get(0).fit()).isEqualTo(18 / Math.sqrt(220 * 2.0), within(1e-9));
  }

  @Test
  void oneSignOnly_isAWeakerHint_thatNamesTheOther() {
    FailureHint hint = hints(moved("vibration", 6)).get(0);

    assertThat(hint.fit()).isEqualTo(Math.sqrt(0.5), within(1e-9));
    assertThat(hint.unseen()).containsExactly("m/iron");
  }

  @Test
  void wrongDirection_isNoSign() {
    assertThat(hints(moved("pressure", 9))).isEmpty();
    assertThat(hints(moved("pressure", -9))).extracting(FailureHint::mode).containsExactly("leak");
    assertThat(hints(moved("vibration", 6), moved("iron", -6))).isEmpty();
  }

  @Test
  void nothingMoved_orOnlyWhatNoModeKnows_isNoHint() {
    assertThat(hints()).isEmpty();
    assertThat(hints(moved("noise", 30))).isEmpty();
  }

  private static List<FailureHint> hints(MachineLife.Moved... moved) {
    Instant at = TestLives.life(20, 12, 30).at();
    return FailureHint.of(
        PART,
        new MachineLife(
            "m", "bearings", at, at, 50, 60, 20, 12, 30, 125, List.of(moved), List.of()));
  }

  private static MachineLife.Moved moved(String sensor, double deviations) {
    return new MachineLife.Moved("m/" + sensor, deviations);
  }

  private static FailureMode mode(String name, Sign... signs) {
    return new FailureMode(name, List.of(signs));
  }

  private static Sign up(String sensor) {
    return new Sign(sensor, Direction.UP);
  }
}

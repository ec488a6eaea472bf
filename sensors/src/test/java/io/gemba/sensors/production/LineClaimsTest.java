package io.gemba.sensors.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.CapacityLoss;
import io.gemba.sensors.TestBytes;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LineClaimsTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");
  private static final double LINE = 600;
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  private final LineClaims claims = new LineClaims();

  @Test
  void oneMachine_claimsAllItLoses() {
    CapacityLoss loss = loss("a", 0, 0, 30, 600, true);

    assertThat(claims.take(loss, LINE)).containsExactly(loss);
  }

  @Test
  void twoMachinesDownAtOnce_loseNoMoreThanTheLineMakes() {
    claims.take(loss("a", 0, 0, 30, 600, true), LINE);

    CapacityLoss second = claims.take(loss("b", 0, 10, 40, 600, true), LINE).get(0);

    assertThat(second.lostUnits()).isCloseTo(600 * 10 / 60.0, CLOSE);
    assertThat(second.lostCents()).isEqualTo(30 * 350);
  }

  @Test
  void slowMachine_leavesTheRestToOneThatStops() {
    claims.take(loss("a", 0, 0, 60, 240, true), LINE);

    CapacityLoss second = claims.take(loss("b", 0, 0, 60, 600, true), LINE).get(0);

    assertThat(second.lostUnits()).isCloseTo(360, CLOSE);
  }

  @Test
  void firstEndsSooner_theOtherIsToldAgainWithMore() {
    claims.take(loss("a", 0, 0, 30, 600, true), LINE);
    claims.take(loss("b", 0, 10, 40, 600, true), LINE);

    List<CapacityLoss> changed = claims.take(loss("a", 1, 0, 20, 600, false), LINE);

    assertThat(changed).extracting(CapacityLoss::machine).containsExactly("a", "b");
    assertThat(changed.get(0).lostUnits()).isCloseTo(200, CLOSE);
    assertThat(changed.get(1).lostUnits()).isCloseTo(200, CLOSE);
    assertThat(changed.get(1).revision()).isEqualTo(1);
    assertThat(claims.take(loss("b", 1, 10, 40, 600, false), LINE).get(0).revision()).isEqualTo(2);
  }

  @Test
  void olderRevision_changesNothing() {
    claims.take(loss("a", 1, 0, 30, 600, true), LINE);

    assertThat(claims.take(loss("a", 0, 0, 60, 600, true), LINE)).isEmpty();
  }

  @Test
  void writtenAndRead_goesOnTheSame() throws Exception {
    claims.take(loss("a", 0, 0, 30, 600, true), LINE);
    claims.take(loss("b", 0, 10, 40, 600, true), LINE);

    LineClaims read = LineClaims.read(TestBytes.in(claims::write), LineClaims.LAYOUT);

    CapacityLoss end = loss("a", 1, 0, 20, 600, false);
    assertThat(read.take(end, LINE)).isEqualTo(claims.take(end, LINE)).hasSize(2);
  }

  private static CapacityLoss loss(
      String machine, int revision, int from, int until, double unitsPerHour, boolean open) {
    return new CapacityLoss(
        "capacity-" + machine,
        revision,
        machine,
        "line",
        "bearing",
        SIX.plusSeconds(60L * from),
        SIX.plusSeconds(60L * until),
        open,
        "soup",
        unitsPerHour * (until - from) / 60.0,
        350L * (until - from),
        List.of());
  }
}

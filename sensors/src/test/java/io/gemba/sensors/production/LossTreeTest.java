package io.gemba.sensors.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.ProductionWindow;
import io.gemba.message.ProductionWindow.Factor;
import io.gemba.message.ProductionWindow.Kind;
import io.gemba.message.ProductionWindow.Loss;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LossTreeTest {
  private static final long SIX = Instant.parse("2026-11-20T06:00:00Z").toEpochMilli();
  private static final long HOUR = HourClock.WINDOW_MILLIS;
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);
  private static final MachineSpec SPEC =
      new MachineSpec("m", "line", 600, 6, 350, 100, 40, 300_000);

  private static final List<State> STATES = List.of(State.values());

  private final StateLog log = new StateLog();

  @Test
  void stops_belowAndAboveTheLimit_areMicroStopsAndBreakdowns() {
    add(0, State.RUNNING, null, 0, 0, 0);
    add(4, State.DOWN, "jam", 0, 0, 0);
    add(5, State.RUNNING, null, 0, 0, 0);
    add(9, State.DOWN, "jam", 0, 0, 0);
    add(10, State.RUNNING, null, 0, 0, 0);
    add(14, State.DOWN, "bearing", 0, 0, 0);
    add(18, State.DOWN, "bearing", 0, 0, 0);
    add(19, State.CHANGEOVER, null, 0, 0, 0);
    add(22, State.RUNNING, null, 200, 0, 0);

    ProductionWindow window = window(25);

    assertThat(window.losses())
        .contains(
            new Loss(Kind.MICRO_STOP, "jam", 2, 2, 2 * 350),
            new Loss(Kind.BREAKDOWN, "bearing", 1, 5, 5 * 350),
            new Loss(Kind.CHANGEOVER, "changeover", 1, 3, 3 * 350));
    assertThat(window.lostMinutes()).containsEntry("jam", 2.0).containsEntry("bearing", 5.0);
  }

  @Test
  void stopThatStillLasts_isABreakdownUntilItTurnsOutShort() {
    add(0, State.RUNNING, null, 0, 0, 0);
    add(3, State.DOWN, "jam", 0, 0, 0);

    assertThat(window(4).losses()).contains(new Loss(Kind.BREAKDOWN, "jam", 1, 1, 350));

    add(5, State.RUNNING, null, 0, 0, 0);
    assertThat(window(6).losses()).contains(new Loss(Kind.MICRO_STOP, "jam", 1, 2, 700));
  }

  @Test
  void stopFromTheHourBefore_isJudgedByItsWholeLength_andCountedThere() {
    add(-4.5, State.DOWN, "bearing", 0, 0, 0);
    add(0, State.DOWN, "bearing", 0, 0, 0);
    add(1, State.RUNNING, null, 0, 0, 0);

    assertThat(window(2).losses()).contains(new Loss(Kind.BREAKDOWN, "bearing", 0, 1, 350));
  }

  @Test
  void scrapAndRework_takeTheRunTimeOfTheirUnits_andTheirOwnMoney() {
    for (int minute = 0; minute < 10; minute++) {
      add(minute, State.RUNNING, null, 8, 1, 1);
    }

    ProductionWindow window = window(10);

    assertThat(window.quality()).isCloseTo(0.8, CLOSE);
    assertThat(window.reworkCount()).isEqualTo(10);
    assertThat(window.losses())
        .containsExactly(
            new Loss(Kind.SCRAP, "scrap", 10, 1, 1000),
            new Loss(Kind.REWORK, "rework", 10, 1, 400));
    assertThat(window.lostMinutes()).isEmpty();
  }

  @Test
  void leaves_ofRandomHours_sumToThePlannedTimeThatMadeNothingGood() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StateLog hour = new StateLog();
      double minute = -10;
      while (minute < 60) {
        State state = STATES.get(random.nextInt(STATES.size()));
        String reason = random.nextBoolean() ? "jam" : null;
        hour.add(state(minute, state, reason, random.nextInt(30), random.nextInt(3), 1));
        minute += random.nextDouble() * 7;
      }

      ProductionWindow window = new OeeRule(SPEC).window(hour, frame(60), List.of());

      double lost = window.losses().stream().mapToDouble(Loss::minutes).sum();
      double stopped = minutes(window, Factor.AVAILABILITY);
      double slow = minutes(window, Factor.PERFORMANCE);
      double run = window.plannedMinutes() * window.availability();
      assertThat(lost)
          .as("seed %d", seed)
          .isCloseTo(window.plannedMinutes() * (1 - window.oee()), CLOSE);
      assertThat(stopped).as("seed %d", seed).isCloseTo(window.plannedMinutes() - run, CLOSE);
      assertThat(slow).as("seed %d", seed).isCloseTo(run * (1 - window.performance()), CLOSE);
      assertThat(window.lostCents())
          .as("seed %d", seed)
          .isEqualTo(window.losses().stream().mapToLong(Loss::cents).sum());
    }
  }

  @Test
  void logOfTheLayoutBeforeRework_isReadWithoutIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(1);
    out.writeLong(SIX);
    out.writeUTF("DOWN");
    out.writeUTF("jam");
    out.writeLong(7);
    out.writeLong(3);

    log.fill(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), 1);

    assertThat(log.between(SIX, SIX + 1))
        .containsExactly(new StateLog.Entry(SIX, State.DOWN, "jam", 7, 3, 0));
  }

  private static double minutes(ProductionWindow window, Factor factor) {
    return window.losses().stream()
        .filter(loss -> loss.kind().factor() == factor)
        .mapToDouble(Loss::minutes)
        .sum();
  }

  private ProductionWindow window(double asOfMinute) {
    return new OeeRule(SPEC).window(log, frame(asOfMinute), List.of());
  }

  private static OeeRule.Frame frame(double asOfMinute) {
    return new OeeRule.Frame(SIX, SIX + HOUR, millis(asOfMinute), "", 0, false);
  }

  private void add(double minute, State state, String reason, long good, long scrap, long rework) {
    log.add(state(minute, state, reason, good, scrap, rework));
  }

  private static MachineState state(
      double minute, State state, String reason, long good, long scrap, long rework) {
    Instant at = Instant.ofEpochMilli(millis(minute));
    return new MachineState("m", at, 0, state, reason, "soup", good, scrap, rework);
  }

  private static long millis(double minute) {
    return SIX + Math.round(minute * 60_000);
  }
}

package io.gemba.sensors.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.CapacityLoss;
import io.gemba.message.Episode;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.ProductionWindow;
import io.gemba.sensors.TestBytes;
import io.gemba.site.ShiftTemplate;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class MachineWatchTest {
  private static final Instant SIX = Instant.parse("2026-11-20T06:00:00Z");
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);
  private static final MachineSite SITE =
      new MachineSite(
          new MachineSpec("m", "line", 600, 6, 350, 100, 40, 300_000),
          new HourClock(
              ZoneId.of("UTC"),
              List.of(
                  new ShiftTemplate("N", "Night", LocalTime.of(22, 0), LocalTime.of(7, 0), 30))));

  private final Said said = new Said();
  private MachineWatch watch = new MachineWatch();

  private static final class Said implements ProductionOutput {
    private final List<ProductionWindow> windows = new ArrayList<>();
    private final List<CapacityLoss> losses = new ArrayList<>();

    @Override
    public void window(ProductionWindow window) {
      windows.add(window);
    }

    @Override
    public void loss(CapacityLoss loss) {
      losses.add(loss);
    }

    ProductionWindow lastWindow() {
      return windows.get(windows.size() - 1);
    }

    CapacityLoss lastLoss() {
      return losses.get(losses.size() - 1);
    }
  }

  @Test
  void hour_withStopChangeoverAndScrap_hasTheFactorsOfIso22400() {
    hourWithLosses().forEach(this::observe);

    ProductionWindow hour = said.windows.get(0);
    assertThat(hour.closed()).isTrue();
    assertThat(hour.shift()).isEqualTo("N");
    assertThat(hour.plannedMinutes()).isCloseTo(50, CLOSE);
    assertThat(hour.availability()).isCloseTo(40 / 50.0, CLOSE);
    assertThat(hour.performance()).isCloseTo(300 * 6 / 60.0 / 40, CLOSE);
    assertThat(hour.quality()).isCloseTo(0.9, CLOSE);
    assertThat(hour.oee()).isCloseTo(0.8 * 0.75 * 0.9, CLOSE);
    assertThat(hour.lostMinutes().get("bearing")).isCloseTo(4, CLOSE);
    assertThat(hour.lostMinutes().get("changeover")).isCloseTo(3, CLOSE);
    assertThat(hour.lostMinutes().get("starved")).isCloseTo(3, CLOSE);
    assertThat(hour.lostMinutes().get("slow")).isCloseTo(10, CLOSE);
    assertThat(hour.lostCents()).isEqualTo(17 * 350 + 30 * 100);
  }

  @Test
  void hour_inAnyOrderWithRepeats_endsTheSame() {
    hourWithLosses().forEach(this::observe);
    watch.tick(millis(120), SITE, said);
    ProductionWindow expected = hourOf(said);
    for (long seed = 0; seed < 20; seed++) {
      watch = new MachineWatch();
      Said other = new Said();
      List<MachineState> messages = new ArrayList<>(hourWithLosses());
      messages.addAll(hourWithLosses());
      Collections.shuffle(messages, new Random(seed));

      messages.forEach(message -> watch.observe(message, millis(65), SITE, other));
      watch.tick(millis(65), SITE, other);

      ProductionWindow hour = hourOf(other);
      assertThat(hour.lostMinutes()).as("seed %d", seed).isEqualTo(expected.lostMinutes());
      assertThat(hour.goodCount()).as("seed %d", seed).isEqualTo(expected.goodCount());
      assertThat(hour.oee()).as("seed %d", seed).isCloseTo(expected.oee(), CLOSE);
    }
  }

  @Test
  void lateMessage_afterTheHourClosed_correctsItWithAHigherRevision() {
    hourWithLosses().forEach(this::observe);
    ProductionWindow before = said.lastWindow();
    MachineState late = state(10.5, State.RUNNING, null, 7, 0, 1_000);

    MachineWatch.Verdict verdict = watch.observe(late, millis(63), SITE, said);
    watch.tick(millis(63), SITE, said);

    ProductionWindow corrected = hourOf(said);
    assertThat(verdict).isEqualTo(MachineWatch.Verdict.TAKEN);
    assertThat(corrected.id()).isEqualTo(before.id());
    assertThat(corrected.revision()).isGreaterThan(before.revision());
    assertThat(corrected.closed()).isTrue();
    assertThat(corrected.goodCount()).isEqualTo(before.goodCount() + 7);
  }

  @Test
  void messages_tooLateAheadOrRepeated_areToldApart() {
    observe(state(0, State.RUNNING, null, 1, 0, 0));
    observe(state(300, State.RUNNING, null, 1, 0, 1));

    assertThat(observe(state(0, State.RUNNING, null, 1, 0, 1)))
        .isEqualTo(MachineWatch.Verdict.DUPLICATE);
    assertThat(observe(state(1, State.RUNNING, null, 1, 0, 2)))
        .isEqualTo(MachineWatch.Verdict.TOO_LATE);
    assertThat(watch.observe(state(500, State.RUNNING, null, 1, 0, 3), millis(300), SITE, said))
        .isEqualTo(MachineWatch.Verdict.AHEAD);
  }

  @Test
  void silentMachine_afterFiveMinutes_isNeitherRunningNorDown() {
    observe(state(0, State.RUNNING, null, 10, 0, 0));

    boolean more = watch.tick(millis(40), SITE, said);

    assertThat(more).isFalse();
    assertThat(said.lastWindow().plannedMinutes()).isCloseTo(5, CLOSE);
  }

  @Test
  void stop_atOnce_isExpectedToLastHalfAnHour() {
    observe(state(0, State.RUNNING, null, 1, 0, 0));
    watch.observe(alarm("a", -5, null), millis(0), SITE, said);
    watch.observe(alarm("old", -60, -20.0), millis(0), SITE, said);
    watch.observe(alarm("recent", -60, -5.0), millis(0), SITE, said);

    observe(state(1, State.DOWN, "bearing", 0, 0, 1));

    CapacityLoss loss = said.lastLoss();
    assertThat(said.losses).hasSize(1);
    assertThat(loss.revision()).isZero();
    assertThat(loss.open()).isTrue();
    assertThat(loss.until()).isEqualTo(SIX.plusSeconds(31 * 60));
    assertThat(loss.lostUnits()).isCloseTo(300, CLOSE);
    assertThat(loss.lostCents()).isEqualTo(30 * 350);
    assertThat(loss.causes()).containsExactly("a", "recent");
    assertThat(loss.item()).isEqualTo("soup");
  }

  @Test
  void stop_longerThanExpected_isExtendedOnceAndEndsExactly() {
    observe(state(0, State.DOWN, "bearing", 0, 0, 0));
    for (int minute = 1; minute < 40; minute++) {
      observe(state(minute, State.DOWN, "bearing", 0, 0, minute));
      watch.tick(millis(minute), SITE, said);
    }

    observe(state(40, State.RUNNING, null, 0, 0, 40));
    observe(state(41, State.RUNNING, null, 0, 0, 41));

    assertThat(said.losses).extracting(CapacityLoss::revision).containsExactly(0, 1, 2);
    assertThat(said.losses.get(1).until()).isAfter(SIX.plusSeconds(40 * 60));
    assertThat(said.lastLoss().open()).isFalse();
    assertThat(said.lastLoss().lostUnits()).isCloseTo(400, CLOSE);
  }

  @Test
  void manyShortStops_ofOneReason_teachTheNextExpectation() {
    for (int i = 0; i < 20; i++) {
      observe(state(2.0 * i, State.DOWN, "jam", 0, 0, 2L * i));
      observe(state(2.0 * i + 1, State.RUNNING, null, 0, 0, 2L * i + 1));
    }

    observe(state(50, State.DOWN, "jam", 0, 0, 50));
    long jamMinutes = (said.lastLoss().until().toEpochMilli() - millis(50)) / 60_000;

    assertThat(jamMinutes).isLessThan(3);
    assertThat(said.losses).hasSize(41);
    assertThat(said.losses.stream().map(CapacityLoss::id).distinct()).hasSize(21);
  }

  @Test
  void alarmOfASlowerMachine_lowersItsCapacityUntilTheAlarmEnds() {
    for (int minute = 0; minute <= 60; minute++) {
      observe(state(minute, State.RUNNING, null, 10, 0, minute));
    }
    watch.observe(alarm("a", 60, null), millis(60), SITE, said);
    for (int minute = 61; minute <= 71; minute++) {
      observe(state(minute, State.RUNNING, null, minute == 61 ? 10 : 6, 0, minute));
    }
    CapacityLoss during = said.lastLoss();

    watch.observe(ended(alarm("a", 60, 71.0)), millis(71), SITE, said);

    CapacityLoss after = said.lastLoss();
    assertThat(during.open()).isTrue();
    assertThat(during.reason()).isEqualTo("slower during an alarm");
    assertThat(during.causes()).containsExactly("a");
    assertThat(during.from()).isEqualTo(SIX.plusSeconds(61 * 60));
    assertThat(during.until()).isAfter(SIX.plusSeconds(62 * 60));
    assertThat(after.id()).isEqualTo(during.id());
    assertThat(after.revision()).isGreaterThan(during.revision());
    assertThat(after.open()).isFalse();
    assertThat(after.until()).isEqualTo(SIX.plusSeconds(71 * 60));
    assertThat(after.lostUnits()).isCloseTo(0.4 * 100, Offset.offset(1.0));
    assertThat(after.lostCents()).isCloseTo(Math.round(0.4 * 10 * 350), Offset.offset(40L));
  }

  @Test
  void alarmOfAMachineAsFastAsEver_losesNothing_norDoesASlowOneWithoutAlarm() {
    for (int minute = 0; minute <= 60; minute++) {
      observe(state(minute, State.RUNNING, null, 10, 0, minute));
    }
    watch.observe(alarm("a", 60, null), millis(60), SITE, said);
    for (int minute = 61; minute <= 80; minute++) {
      observe(state(minute, State.RUNNING, null, 10, 0, minute));
    }
    watch.observe(ended(alarm("a", 60, 80.0)), millis(80), SITE, said);
    for (int minute = 81; minute <= 100; minute++) {
      observe(state(minute, State.RUNNING, null, 5, 0, minute));
    }

    assertThat(said.losses).isEmpty();
  }

  @Test
  void stopOfASlowMachine_takesItsLossOver() {
    for (int minute = 0; minute <= 60; minute++) {
      observe(state(minute, State.RUNNING, null, 10, 0, minute));
    }
    watch.observe(alarm("a", 60, null), millis(60), SITE, said);
    for (int minute = 61; minute <= 70; minute++) {
      observe(state(minute, State.RUNNING, null, 5, 0, minute));
    }

    observe(state(71, State.DOWN, "bearing", 0, 0, 71));

    CapacityLoss slow = said.losses.get(said.losses.size() - 2);
    assertThat(slow.open()).isFalse();
    assertThat(slow.until()).isEqualTo(said.lastLoss().from());
    assertThat(said.lastLoss().reason()).isEqualTo("bearing");
  }

  @Test
  void writtenInAStop_goesOnTheSame() throws IOException {
    hourWithLosses().forEach(this::observe);
    observe(state(70, State.DOWN, "bearing", 0, 0, 500));
    MachineWatch read = MachineWatch.read(TestBytes.in(watch::write), MachineWatch.LAYOUT);
    Said ofRead = new Said();
    Said ofOriginal = new Said();

    watch.tick(millis(75), SITE, ofOriginal);
    read.tick(millis(75), SITE, ofRead);
    MachineState end = state(76, State.RUNNING, null, 5, 0, 501);
    watch.observe(end, millis(76), SITE, ofOriginal);
    read.observe(end, millis(76), SITE, ofRead);

    assertThat(ofRead.losses).isNotEmpty().isEqualTo(ofOriginal.losses);
    assertThat(ofRead.windows).isNotEmpty().isEqualTo(ofOriginal.windows);
  }

  /** 40 minutes run, 4 down, 3 changeover, 3 starved, 10 idle; 270 good and 30 scrap units. */
  private static List<MachineState> hourWithLosses() {
    List<MachineState> messages = new ArrayList<>();
    for (int minute = 0; minute < 62; minute++) {
      State state =
          minute < 10
              ? State.RUNNING
              : minute < 14
                  ? State.DOWN
                  : minute < 17
                      ? State.CHANGEOVER
                      : minute < 20 ? State.STARVED : minute < 30 ? State.IDLE : State.RUNNING;
      String reason = state == State.DOWN ? "bearing" : null;
      long made = minute >= 30 && minute < 60 ? 1 : 0;
      messages.add(state(minute, state, reason, 9 * made, made, minute));
    }
    return messages;
  }

  private static ProductionWindow hourOf(Said said) {
    return said.windows.stream()
        .filter(window -> window.start().equals(SIX))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private MachineWatch.Verdict observe(MachineState message) {
    return watch.observe(message, message.at().toEpochMilli(), SITE, said);
  }

  private static MachineState state(
      double minute, State state, String reason, long good, long scrap, long seq) {
    return new MachineState(
        "m", Instant.ofEpochMilli(millis(minute)), seq, state, reason, "soup", good, scrap);
  }

  private static Episode alarm(String id, double fromMinute, Double toMinute) {
    Instant onset = Instant.ofEpochMilli(millis(fromMinute));
    Instant end = toMinute == null ? null : Instant.ofEpochMilli(millis(toMinute));
    return new Episode(
        id,
        0,
        Episode.Kind.ANOMALY,
        "m/s",
        "m",
        "level",
        end == null ? Episode.State.OPEN : Episode.State.CLOSED,
        Episode.Severity.HIGH,
        7,
        onset,
        onset,
        end,
        9,
        null,
        null,
        "It is high.",
        List.of());
  }

  private static Episode ended(Episode one) {
    return new Episode(
        one.id(),
        one.revision() + 1,
        one.kind(),
        one.sensor(),
        one.machine(),
        one.detector(),
        one.state(),
        one.severity(),
        one.score(),
        one.onset(),
        one.last(),
        one.end(),
        one.value(),
        one.expectedLow(),
        one.expectedHigh(),
        one.reason(),
        one.causes());
  }

  private static long millis(double minute) {
    return SIX.toEpochMilli() + Math.round(minute * 60_000);
  }
}

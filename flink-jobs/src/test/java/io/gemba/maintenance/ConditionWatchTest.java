package io.gemba.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.MachineLife;
import io.gemba.site.WearPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cycles of a minute of running, readings every ten seconds. */
final class ConditionWatchTest {
  private static final WatchedPart PART = part(null);
  private static final WatchedPart SWITCHED = part(new WearPart.Running("current", 5));

  private static LifeModel model;

  private final ConditionWatch watch = new ConditionWatch(PART);
  private int completed;

  @BeforeAll
  static void train() {
    model = TestUnits.trainer(4, 2).train();
  }

  @Test
  void minuteOfReadings_isOneCycle() {
    run(watch, PART, 0, 600);

    assertThat(completed).isEqualTo(9);
    assertThat(watch.cycles()).isEqualTo(9);
  }

  @Test
  void cycle_isTheMeanOfItsReadings() {
    for (int second = 0; second <= 60; second += 10) {
      observe(watch, PART, "vibration", second, second < 30 ? 1 : 3);
      observe(watch, PART, "noise", second, second);
      observe(watch, PART, "constant", second, 4);
    }

    int vibration = TestUnits.SENSORS.indexOf("vibration") * ConditionTrend.FEATURES;
    int noise = TestUnits.SENSORS.indexOf("noise") * ConditionTrend.FEATURES;
    float[] features = watch.trend().features();
    assertThat(features[vibration]).isEqualTo(2);
    assertThat(features[noise]).isEqualTo(25);
  }

  @Test
  void silence_isNoRunning_beyondWhatReadingsMayTake() {
    run(watch, PART, 0, 30);
    run(watch, PART, 100_000, 100_040);

    assertThat(completed).as("30 s, at most 30 of the silence, 40 s").isEqualTo(1);
  }

  @Test
  void standing_isNeitherTimeNorReading() {
    ConditionWatch switched = new ConditionWatch(SWITCHED);
    run(switched, SWITCHED, -600, 0); // nothing says yet that it runs
    observe(switched, SWITCHED, "current", 0, 9);
    run(switched, SWITCHED, 0, 30);
    observe(switched, SWITCHED, "current", 31, 1);
    run(switched, SWITCHED, 40, 4_000);
    observe(switched, SWITCHED, "current", 4_000, 9);
    run(switched, SWITCHED, 4_000, 4_020);
    assertThat(completed).isZero();

    run(switched, SWITCHED, 4_020, 4_050);
    assertThat(completed).isEqualTo(1);

    observe(switched, SWITCHED, "current", 4_051, 1);
    run(switched, PART, 4_060, 4_130); // the site file says it no longer
    assertThat(completed).isEqualTo(2);
  }

  @Test
  void cyclesFromBeforeAllSensorsWereHeard_areNotCounted() {
    for (int second = 0; second < 600; second += 10) {
      observe(watch, PART, "vibration", second, 2);
    }
    assertThat(watch.cycles()).isZero();

    run(watch, PART, 600, 730);
    assertThat(watch.cycles()).isEqualTo(2);
  }

  @Test
  void sensorThatIsNotHeard_countsAsBefore_andIsNamed() {
    run(watch, PART, 0, 70);
    for (int second = 70; second <= 140; second += 10) {
      observe(watch, PART, "vibration", second, 2);
      observe(watch, PART, "constant", second, 4);
    }

    assertThat(watch.cycles()).isEqualTo(2);
    MachineLife life = watch.life(PART, model);
    assertThat(life.missing()).isEmpty();
    observe(watch, PART, "vibration", 150, 2);
    observe(watch, PART, "vibration", 180, 2);
    assertThat(watch.life(PART, model).missing()).containsExactly("mixer/noise");
  }

  @Test
  void lateReadings_inReverse_changeNoTime() {
    for (int second = 600; second >= 0; second -= 10) {
      observe(watch, PART, "vibration", second, 2);
    }

    assertThat(completed).isZero();
  }

  @Test
  void life_countsInCyclesOfThisMachine_withItsSensors() {
    WatchedPart part =
        new WatchedPart("mixer", "bearing", TestUnits.SENSORS, false, 60_000, 180_000, null);
    RunToFailure unit = TestUnits.units(1, 99).get(0);
    int worn = unit.rows().size() - 20;
    for (int cycle = 0; cycle < worn; cycle++) {
      double[] row = unit.rows().get(cycle);
      for (int sensor = 0; sensor < 3; sensor++) {
        observe(watch, part, TestUnits.SENSORS.get(sensor), cycle * 60, row[sensor]);
      }
    }
    observe(watch, part, "noise", worn * 60, 10);

    MachineLife life = watch.life(part, model);
    assertThat(life.machine()).isEqualTo("mixer");
    assertThat(life.model()).isEqualTo("bearing");
    assertThat(life.cycles()).isEqualTo(worn);
    assertThat(life.cycleMinutes()).isEqualTo(1);
    assertThat(life.since()).isEqualTo(Instant.EPOCH);
    assertThat(life.at()).isEqualTo(Instant.ofEpochSecond((worn - 1) * 60L));
    assertThat(life.expectedCycles()).isBetween(1.0, 50.0);
    assertThat(life.asGoodAsNew()).isFalse();
    assertThat(life.longestCycles()).isEqualTo(125);
    assertThat(life.moved().get(0).sensor()).isEqualTo("mixer/vibration");
  }

  @Test
  void replaced_beginsAnew_forgetsWhatIsOlder_andOnlyOnce() {
    run(watch, PART, 0, 600);

    watch.replaced(700_000);
    run(watch, PART, 600, 700);
    assertThat(watch.cycles()).isZero();
    run(watch, PART, 700, 830);
    watch.replaced(700_000);
    watch.replaced(1);

    assertThat(watch.cycles()).isEqualTo(2);
    assertThat(watch.life(PART, model).since()).isEqualTo(Instant.ofEpochSecond(700));
  }

  @Test
  void replaced_beforeAllThatWasSeen_whichIsHeardLate_takesNothingAway() {
    run(watch, PART, 600, 730);

    watch.replaced(600_000);

    assertThat(watch.cycles()).isEqualTo(2);
  }

  @Test
  void writtenAndRead_goesOnTheSame() throws IOException {
    run(watch, PART, 0, 1_234);
    ConditionWatch read = copy(watch, ConditionWatch.LAYOUT);

    run(watch, PART, 1_240, 2_000);
    run(read, PART, 1_240, 2_000);

    assertThat(read.life(PART, model)).isEqualTo(watch.life(PART, model));
    assertThat(read.isOf(PART)).isTrue();
    assertThatThrownBy(() -> copy(watch, ConditionWatch.LAYOUT + 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Layout 2");
  }

  @Test
  void otherSensorsOrCycle_isAnotherPart() {
    WatchedPart slower =
        new WatchedPart("mixer", "bearing", TestUnits.SENSORS, false, 61_000, 30_000, null);
    WatchedPart fewer =
        new WatchedPart("mixer", "bearing", List.of("noise"), false, 60_000, 30_000, null);

    assertThat(watch.isOf(SWITCHED)).isTrue();
    assertThat(watch.isOf(slower)).isFalse();
    assertThat(watch.isOf(fewer)).isFalse();
  }

  private void run(ConditionWatch watched, WatchedPart part, int from, int until) {
    for (int second = from; second < until; second += 10) {
      for (String sensor : TestUnits.SENSORS) {
        observe(watched, part, sensor, second, 2);
      }
    }
  }

  private void observe(
      ConditionWatch watched, WatchedPart part, String sensor, int second, double value) {
    if (watched.observe(part, sensor, second * 1_000L, value)) {
      completed++;
    }
  }

  private static ConditionWatch copy(ConditionWatch watch, int layout) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    watch.write(new DataOutputStream(bytes));
    return ConditionWatch.read(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), layout);
  }

  private static WatchedPart part(WearPart.Running running) {
    return new WatchedPart("mixer", "bearing", TestUnits.SENSORS, false, 60_000, 30_000, running);
  }
}

package io.gemba.sensors.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.message.Episode;
import io.gemba.message.Episode.State;
import io.gemba.message.Reading;
import io.gemba.sensors.TestBytes;
import io.gemba.sensors.quality.Limits;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MachineWatchTest {
  private static final long START = 1_790_000_000_000L;
  private static final MachineSensors SENSORS =
      new MachineSensors("press", List.of("press/speed", "press/current", "press/heat"), 1_000);
  private static final int LEARNT = 15_551;

  /** A number of ids, none, and one statistic of which nothing was taught. */
  private static final int LESSONS_BYTES = 1 + 2 * Long.BYTES;

  private final List<Episode> episodes = new ArrayList<>();

  /** Current follows speed; in a fault it does not, and both stay within what they did before. */
  private static double[] row(Random random, int second, boolean fault) {
    double speed = 50 + 10 * Math.sin(second / 300.0);
    double current = fault ? 120 - speed : 20 + speed;
    return new double[] {
      speed + random.nextGaussian(), current + random.nextGaussian(), 70 + random.nextGaussian()
    };
  }

  private void run(MachineWatch watch, Random random, int from, int to, boolean fault) {
    for (int second = from; second < to; second++) {
      double[] row = row(random, second, fault);
      for (int j = 0; j < row.length; j++) {
        watch.observe(reading(SENSORS.ids().get(j), second, row[j]), episodes::add);
      }
    }
  }

  @Test
  void sensorsThatPartWays_eachWithinItsRange_areOneAlarmOfTheMachine() {
    for (long seed = 0; seed < 10; seed++) {
      episodes.clear();
      Random random = new Random(seed);
      MachineWatch watch = new MachineWatch(SENSORS);

      run(watch, random, 0, LEARNT, false);
      assertThat(episodes).as("good, seed %d", seed).isEmpty();
      run(watch, random, LEARNT, LEARNT + 120, true);
      run(watch, random, LEARNT + 120, LEARNT + 400, false);

      assertThat(episodes).extracting(Episode::id).as("seed %d", seed).isNotEmpty();
      assertThat(episodes.stream().map(Episode::id).distinct()).as("seed %d", seed).hasSize(1);
      assertThat(episodes.get(episodes.size() - 1).state()).isEqualTo(State.CLOSED);
      assertThat(episodes.get(0).onset().toEpochMilli() - START)
          .isBetween(LEARNT * 1_000L, (LEARNT + 40) * 1_000L);
      assertThat(episodes.get(0).machine()).isEqualTo("press");
    }
  }

  @Test
  void stateFromBeforeAnythingWasTaught_isReadAsItWas() throws IOException {
    MachineWatch watch = new MachineWatch(SENSORS);
    run(watch, new Random(1), 0, 1_000, false);
    byte[] now = TestBytes.of(watch::write);
    byte[] before = Arrays.copyOf(now, now.length - LESSONS_BYTES);

    MachineWatch read = MachineWatch.read(TestBytes.in(before), 1);

    assertThat(TestBytes.of(read::write)).isEqualTo(now);
  }

  @Test
  void theSameFault_toEachSensorAlone_isNoAlarm() {
    Random random = new Random(1);
    SensorWatch current = new SensorWatch();
    Limits limits = new Limits(0, 200, 1);

    for (int second = 0; second < LEARNT + 120; second++) {
      double[] row = row(random, second, second >= LEARNT);
      current.observe(reading("press/current", second, row[1]), limits, episodes::add);
    }

    assertThat(episodes).isEmpty();
  }

  @Test
  void alarmOfASensor_openBefore_keepsTheMachineQuiet() {
    Random random = new Random(1);
    MachineWatch watch = new MachineWatch(SENSORS);
    run(watch, random, 0, LEARNT, false);

    watch.sensorAlarm(alarm("press/current", LEARNT - 5, State.OPEN), episodes::add);
    run(watch, random, LEARNT, LEARNT + 100, true);

    assertThat(episodes).isEmpty();
  }

  @Test
  void alarmsOfSensors_comingAfter_areItsCausesByOnset() {
    Random random = new Random(1);
    MachineWatch watch = new MachineWatch(SENSORS);
    run(watch, random, 0, LEARNT, false);
    run(watch, random, LEARNT, LEARNT + 100, true);

    watch.sensorAlarm(alarm("press/heat", LEARNT + 60, State.OPEN), episodes::add);
    watch.sensorAlarm(alarm("press/current", LEARNT + 20, State.OPEN), episodes::add);
    int said = episodes.size();
    watch.sensorAlarm(alarm("press/current", LEARNT + 20, State.OPEN), episodes::add);

    assertThat(episodes).hasSize(said).extracting(Episode::revision).doesNotHaveDuplicates();
    assertThat(episodes.get(said - 1).causes()).containsExactly("a-press/current", "a-press/heat");
  }

  @Test
  void sensorThatIsSilent_givesNoRows_soNoAlarm() {
    Random random = new Random(1);
    MachineWatch watch = new MachineWatch(SENSORS);
    run(watch, random, 0, LEARNT, false);

    for (int second = LEARNT; second < LEARNT + 200; second++) {
      double[] row = row(random, second, true);
      watch.observe(reading("press/speed", second, row[0]), episodes::add);
      watch.observe(reading("press/heat", second, row[2]), episodes::add);
    }

    assertThat(episodes).isEmpty();
  }

  @Test
  void writtenInAnAlarm_goesOnTheSame() throws IOException {
    Random random = new Random(3);
    MachineWatch watch = new MachineWatch(SENSORS);
    run(watch, random, 0, LEARNT, false);
    run(watch, random, LEARNT, LEARNT + 60, true);
    MachineWatch read = MachineWatch.read(TestBytes.in(watch::write), MachineWatch.LAYOUT);
    List<Episode> ofRead = new ArrayList<>();
    episodes.clear();

    for (int second = LEARNT + 60; second < LEARNT + 400; second++) {
      double[] row = row(random, second, second < LEARNT + 100);
      for (int j = 0; j < row.length; j++) {
        Reading reading = reading(SENSORS.ids().get(j), second, row[j]);
        watch.observe(reading, episodes::add);
        read.observe(reading, ofRead::add);
      }
    }

    assertThat(ofRead).isNotEmpty().isEqualTo(episodes);
  }

  @Test
  void machineOfOneSensor_isRefused() {
    assertThatThrownBy(() -> new MachineSensors("press", List.of("press/heat"), 1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'press'", "1 sensors");
  }

  private static Reading reading(String sensor, int second, double value) {
    long at = START + second * 1_000L;
    return new Reading(sensor, at, value, second, at);
  }

  private static Episode alarm(String sensor, int second, State state) {
    Instant onset = Instant.ofEpochMilli(START + second * 1_000L);
    return new Episode(
        "a-" + sensor,
        0,
        Episode.Kind.ANOMALY,
        sensor,
        "press",
        "seasonal",
        state,
        Episode.Severity.LOW,
        6,
        onset,
        onset,
        state == State.CLOSED ? onset : null,
        1,
        null,
        null,
        "It is too high.",
        List.of());
  }
}

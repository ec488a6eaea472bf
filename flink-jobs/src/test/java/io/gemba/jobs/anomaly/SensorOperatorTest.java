package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.quality.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
final class SensorOperatorTest {
  private static final long START = 1_790_000_000_000L;
  private static final Limits LIMITS = new Limits(-100, 100, 1);

  private KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    harness.setProcessingTime(START);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void readings_manyInTwoSeconds_giveFirstAndLastStatus() throws Exception {
    for (int i = 0; i < 100; i++) {
      harness.processElement1(reading("m/a", i, 5), 0);
    }

    harness.setProcessingTime(START + SensorOperator.STATUS_EVERY_MILLIS);

    assertThat(statuses()).extracting(SensorStatus::readings).containsExactly(1L, 100L);
    assertThat(harness.numProcessingTimeTimers()).as("silence timer").isEqualTo(1);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
  }

  @Test
  void twoSensors_interleaved_doNotDisturbEachOther() throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < 1_200; i++) {
      harness.processElement1(reading("m/a", i, random.nextGaussian()), 0);
      harness.processElement1(reading("m/b", i, (i > 1_150 ? 30 : 0) + random.nextGaussian()), 0);
    }

    assertThat(episodes()).extracting(Episode::sensor).contains("m/b").doesNotContain("m/a");
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    assertThat(harness.numProcessingTimeTimers()).isEqualTo(4);
  }

  @Test
  void reversedAndRepeatedReadings_areCountedOnceEach() throws Exception {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      readings.add(reading("m/a", i, 5));
      readings.add(reading("m/a", i, 5));
    }
    Collections.reverse(readings);

    for (Reading reading : readings) {
      harness.processElement1(reading, 0);
    }
    harness.setProcessingTime(START + SensorOperator.STATUS_EVERY_MILLIS);

    SensorStatus last = statuses().get(statuses().size() - 1);
    assertThat(last.readings()).isEqualTo(200);
    assertThat(last.duplicates()).isEqualTo(200);
    assertThat(last.at().toEpochMilli()).isEqualTo(START + 199_000);
  }

  @Test
  void silentSensor_opensOneEpisode_andTheNextReadingClosesIt() throws Exception {
    harness.processElement1(reading("m/a", 0, 5), 0);

    harness.setProcessingTime(
        START + LIMITS.staleAfterMillis() + SensorOperator.STATUS_EVERY_MILLIS);
    harness.setProcessingTime(START + 20 * LIMITS.staleAfterMillis());
    assertThat(harness.numProcessingTimeTimers()).as("nothing to wait for").isZero();
    harness.processElement1(reading("m/a", 500, 5), 0);

    assertThat(episodes()).extracting(Episode::detector).containsExactly("stale", "stale");
    assertThat(episodes()).extracting(Episode::revision).containsExactly(0, 1);
    assertThat(statuses()).extracting(SensorStatus::fault).contains("stale");
  }

  @Test
  void pipelineThatStalls_isNotBlamedOnItsSensors_butOneThatStaysAwayIs() throws Exception {
    harness.processElement1(reading("m/a", 0, 5), 0);
    harness.processElement1(reading("m/b", 0, 5), 0);

    harness.setProcessingTime(START + 40_000);
    harness.processElement1(reading("m/a", 40, 5), 0);
    harness.processElement1(reading("m/b", 40, 5), 0);
    harness.setProcessingTime(START + 41_000);
    assertThat(episodes()).as("both were silent for 40 s, and are back").isEmpty();

    harness.setProcessingTime(START + 40_000 + LIMITS.staleAfterMillis() + 59_000);
    assertThat(episodes()).isEmpty();
    harness.setProcessingTime(START + 40_000 + LIMITS.staleAfterMillis() + 70_000);
    assertThat(episodes())
        .extracting(Episode::sensor, Episode::detector)
        .containsExactlyInAnyOrder(tuple("m/a", "stale"), tuple("m/b", "stale"));
  }

  @Test
  void holeInWhatIsReadLate_isAGap_butNotTheTimeThatWeWereAway() throws Exception {
    harness.processElement1(reading("m/a", -3_000, 5), 0);
    harness.processElement1(reading("m/b", -1_000, 5), 0);
    for (int i = 0; i < 20; i++) {
      harness.processElement1(reading("m/a", -2_900 + i, 5), 0);
      harness.processElement1(reading("m/b", i, 5), 0);
    }

    assertThat(episodes())
        .extracting(Episode::sensor, Episode::detector)
        .containsExactly(tuple("m/a", "gap"));
    harness.setProcessingTime(START + SensorOperator.STATUS_EVERY_MILLIS);
    assertThat(statuses())
        .filteredOn(status -> status.readings() == 21)
        .extracting(SensorStatus::sensor, status -> requireNonNull(status.delivery()).faults())
        .containsExactlyInAnyOrder(tuple("m/a", List.of("gap")), tuple("m/b", List.of()));
  }

  @Test
  void sensorOfADeviceThatIsGone_isStaleAtOnce_andOnceOnly() throws Exception {
    harness.processElement1(reading("m/a", 0, 5), 0);
    harness.processElement1(reading("m/b", 0, 5), 0);

    harness.processElement2(SensorNote.gone("m/a"), 0);
    harness.processElement2(SensorNote.gone("m/never-seen"), 0);
    List<Episode> atOnce = episodes();
    harness.processElement2(SensorNote.gone("m/a"), 0);
    harness.setProcessingTime(START + 20 * LIMITS.staleAfterMillis());
    harness.processElement1(reading("m/a", 60, 5), 0);

    assertThat(atOnce).extracting(Episode::sensor).containsExactly("m/a");
    assertThat(atOnce).extracting(Episode::detector).containsExactly("stale");
    assertThat(episodes())
        .filteredOn(episode -> episode.sensor().equals("m/a"))
        .extracting(Episode::state)
        .containsExactly(Episode.State.OPEN, Episode.State.CLOSED);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void unknownSensor_silentForLong_isForgotten() throws Exception {
    harness.processElement1(reading("nobody/x", 0, 5), 0);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

    harness.setProcessingTime(START + 2 * SensorOperator.FORGET_UNKNOWN_MILLIS);
    harness.setProcessingTime(START + 4 * SensorOperator.FORGET_UNKNOWN_MILLIS);

    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(episodes()).extracting(Episode::detector).containsOnly("unknown-sensor");
    assertThat(episodes()).extracting(Episode::state).endsWith(Episode.State.CLOSED);
  }

  @Test
  void restored_inAnAlarm_goesOnWithItAndForgetsNoReading() throws Exception {
    Random random = new Random(2);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 1_400; i++) {
      double fault = i > 1_150 && i < 1_200 ? 30 : 0;
      readings.add(reading("m/a", i, fault + random.nextGaussian()));
    }
    for (Reading reading : readings.subList(0, 1_180)) {
      harness.processElement1(reading, 0);
    }
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    String id = episodes().get(0).id();

    try (KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode> restored =
        harness()) {
      restored.initializeState(snapshot);
      restored.open();
      restored.setProcessingTime(START + 3_600_000);
      for (Reading reading : readings.subList(1_100, 1_400)) {
        restored.processElement1(reading, 0);
      }
      restored.setProcessingTime(START + 3_600_000 + SensorOperator.STATUS_EVERY_MILLIS);

      assertThat(restored.extractOutputValues())
          .as("no silence is told of the time that we were away")
          .extracting(Episode::id)
          .containsOnly(id);
      assertThat(restored.extractOutputValues())
          .extracting(Episode::state)
          .endsWith(Episode.State.CLOSED);
      assertThat(restored.getSideOutput(SensorOperator.STATUS))
          .last()
          .extracting(record -> record.getValue().readings())
          .isEqualTo(1_400L);
    }
  }

  @Test
  void alarmsThatWereNoFaults_raiseTheBarOfTheirStatistic_alsoThroughARestart() throws Exception {
    send(harness, 0, 1_190);
    OperatorSubtaskState untaught = harness.snapshot(1, 1);
    Episode alarm = alarmsAfter(untaught).get(0);

    harness.processElement2(said("m/a", alarm, "a"), 0);
    harness.processElement2(said("m/a", alarm, "b"), 0);
    OperatorSubtaskState taught = harness.snapshot(2, 2);

    assertThat(alarmsAfter(taught))
        .as("a decade is more than so young a series can claim")
        .extracting(Episode::detector)
        .doesNotContain(alarm.detector());
    assertThat(alarmsAfter(untaught)).as("nobody said anything").contains(alarm);
    assertThat(episodes()).isEmpty();
  }

  @Test
  void whatIsSaidBeforeAnyReading_isKeptForSensorsOfTheSite_andOpensNothing() throws Exception {
    send(harness, 0, 1_300);
    Episode alarm = episodes().get(0);
    harness.close();
    open();

    harness.processElement2(said("m/a", alarm, "a"), 0);
    harness.processElement2(said("nobody/x", alarm, "b"), 0);
    harness.processElement2(SensorNote.gone("m/a"), 0);

    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(episodes()).isEmpty();
    harness.processElement1(reading("m/a", 0, 5), 0);
    assertThat(statuses()).extracting(SensorStatus::readings).containsExactly(1L);
  }

  private static List<Episode> alarmsAfter(OperatorSubtaskState snapshot) throws Exception {
    try (KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode> restored =
        harness()) {
      restored.initializeState(snapshot);
      restored.open();
      restored.setProcessingTime(START);
      send(restored, 1_190, 1_400);
      return restored.extractOutputValues().stream()
          .filter(episode -> episode.kind() == Episode.Kind.ANOMALY)
          .toList();
    }
  }

  /** Noise with a fault of half a minute at 1,200 s. */
  private static void send(
      KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode> to,
      int from,
      int until)
      throws Exception {
    for (int second = from; second < until; second++) {
      double fault = second / 30 == 40 ? 30 : 0;
      double noise = new Random(second * 7_919L).nextGaussian();
      to.processElement1(reading("m/a", second, fault + noise), 0);
    }
  }

  /** That an alarm of the same statistic, in the series' first minute, was no fault. */
  private static SensorNote said(String sensor, Episode alarm, String id) {
    Instant last = Instant.ofEpochMilli(START + 60_000);
    return SensorNote.notAFault(
        new AlarmFeedback(id, sensor, alarm.detector(), last, "Ann", alarm.last()));
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode>
      harness() throws Exception {
    KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode> harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new SensorOperator(Map.of("m/a", LIMITS, "m/b", LIMITS))),
            Reading::sensor,
            SensorNote::sensor,
            Types.STRING);
    harness.setup(
        MessageTypes.of(Episode.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private List<Episode> episodes() {
    return harness.extractOutputValues();
  }

  private List<SensorStatus> statuses() {
    return harness.getSideOutput(SensorOperator.STATUS).stream()
        .map(record -> record.getValue())
        .toList();
  }

  private static Reading reading(String sensor, int second, double value) {
    long at = START + second * 1_000L;
    return new Reading(sensor, at, value, second + 10_000, at);
  }
}

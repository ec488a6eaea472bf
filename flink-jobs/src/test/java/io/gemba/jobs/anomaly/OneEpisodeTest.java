package io.gemba.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Episode;
import io.gemba.message.Episode.State;
import io.gemba.message.Reading;
import io.gemba.sensors.quality.Limits;
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

/**
 * The cases in which other systems alarm twice or not at all, from their users' reports: each gives
 * exactly one episode.
 */
@SuppressWarnings("try") // the harness may be interrupted while it closes
final class OneEpisodeTest {
  private static final long START = 1_790_000_000_000L;
  private static final Limits LIMITS = new Limits(-100, 100, 1);
  private static final int FAULT = 1_200;
  private static final int HEALED = 1_260;
  private static final int END = 1_500;

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

  /** ThingsBoard #15583, #2986. */
  @Test
  void twoMessagesInTheSameMillisecond_atTheOnset() throws Exception {
    for (Reading reading : readings("m/a")) {
      send(reading);
      if (reading.seq() == FAULT || reading.seq() == FAULT + 1) {
        send(
            new Reading(
                "m/a",
                reading.atMillis(),
                reading.value(),
                10_000 + reading.seq(),
                reading.atMillis()));
      }
    }

    assertOneFromOnsetToEnd();
  }

  /** StreamPipes #4157: the broker delivers again what was not acknowledged before it stopped. */
  @Test
  void brokerRestart_inTheAlarm_deliversTheLastMinuteAgain() throws Exception {
    List<Reading> readings = readings("m/a");
    send(readings.subList(0, FAULT + 30));

    send(readings.subList(FAULT - 30, END));

    assertOneFromOnsetToEnd();
  }

  /** StreamPipes #4137: an edited adapter leaves its old consumer running. */
  @Test
  void duplicateConsumer_deliversEverythingTwice() throws Exception {
    for (Reading reading : readings("m/a")) {
      send(reading);
      send(
          new Reading(
              "m/a", reading.atMillis(), reading.value(), reading.seq(), reading.atMillis() + 7));
    }

    assertOneFromOnsetToEnd();
  }

  /** ThingsBoard #5402. */
  @Test
  void outOfOrder_withinEverySecondHandful() throws Exception {
    List<Reading> readings = readings("m/a");
    Random random = new Random(5);
    for (int i = 0; i + 5 <= END; i += 10) {
      Collections.shuffle(readings.subList(i, i + 5), random);
    }

    send(readings);

    assertOneFromOnsetToEnd();
  }

  /** ThingsBoard #14013, #8614. */
  @Test
  void oneSensorOfALiveDevice_fallsSilentForLong() throws Exception {
    for (int second = 0; second < 600; second++) {
      harness.setProcessingTime(START + second * 1_000L);
      send(new Reading("m/live", at(second), second % 7, second, at(second)));
      if (second < 60 || second >= 400) {
        send(new Reading("m/silent", at(second), second % 7, second, at(second)));
      }
    }

    assertThat(episodes()).extracting(Episode::sensor).containsOnly("m/silent");
    assertThat(episodes()).extracting(Episode::detector).containsOnly("stale");
    assertThat(episodes()).extracting(Episode::state).containsExactly(State.OPEN, State.CLOSED);
    assertThat(episodes().stream().map(Episode::id).distinct()).hasSize(1);
  }

  /** ThingsBoard #11434: who acknowledges must not hear of the same fault under another name. */
  @Test
  void faultThatGoesOnAndGetsWorse_keepsTheIdThatWasAcknowledged() throws Exception {
    Random random = new Random(3);
    List<Reading> readings = new ArrayList<>();
    for (int second = 0; second < FAULT + 900; second++) {
      double fault = second < FAULT ? 0 : second < FAULT + 30 ? 12 : 60;
      readings.add(reading("m/a", second, fault + random.nextGaussian()));
    }

    send(readings.subList(0, FAULT + 20));
    String acknowledged = episodes().get(0).id();
    send(readings.subList(FAULT + 20, FAULT + 90));

    assertThat(episodes()).extracting(Episode::id).containsOnly(acknowledged);
    assertThat(episodes()).extracting(Episode::revision).isSorted().doesNotHaveDuplicates();
    assertThat(episodes()).extracting(Episode::state).containsOnly(State.OPEN);
  }

  /** A job that is killed goes on from its last checkpoint and reads again what came since. */
  @Test
  void killedInTheAlarm_andStartedFromACheckpointBeforeIt() throws Exception {
    List<Reading> readings = readings("m/a");
    send(readings.subList(0, FAULT - 10));
    OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
    send(readings.subList(FAULT - 10, FAULT + 30));
    List<Episode> told = new ArrayList<>(episodes());
    harness.close();
    harness = harness();
    harness.initializeState(checkpoint);
    harness.open();
    harness.setProcessingTime(START);

    send(readings.subList(FAULT - 10, END));
    told.addAll(episodes());

    assertThat(told.stream().map(Episode::id).distinct()).hasSize(1);
    assertThat(told).filteredOn(episode -> episode.revision() == 0).hasSize(2);
    assertThat(told.stream().filter(episode -> episode.revision() == 0).distinct()).hasSize(1);
  }

  private void assertOneFromOnsetToEnd() {
    List<Episode> episodes = episodes();
    assertThat(episodes.stream().map(Episode::id).distinct()).hasSize(1);
    assertThat(episodes).extracting(Episode::kind).containsOnly(Episode.Kind.ANOMALY);
    assertThat(episodes.stream().filter(episode -> episode.revision() == 0)).hasSize(1);
    assertThat(episodes.stream().filter(episode -> episode.state() == State.CLOSED)).hasSize(1);
    assertThat(episodes.get(0).onset().toEpochMilli()).isBetween(at(FAULT), at(FAULT + 10));
  }

  private void send(List<Reading> readings) throws Exception {
    for (Reading reading : readings) {
      send(reading);
    }
  }

  private void send(Reading reading) throws Exception {
    harness.processElement1(reading, 0);
  }

  private List<Episode> episodes() {
    return harness.extractOutputValues();
  }

  private static List<Reading> readings(String sensor) {
    Random random = new Random(2);
    List<Reading> readings = new ArrayList<>();
    for (int second = 0; second < END; second++) {
      double fault = second >= FAULT && second < HEALED ? 30 : 0;
      readings.add(reading(sensor, second, fault + random.nextGaussian()));
    }
    return readings;
  }

  private static Reading reading(String sensor, int second, double value) {
    return new Reading(sensor, at(second), value, second, at(second));
  }

  private static long at(int second) {
    return START + second * 1_000L;
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode>
      harness() throws Exception {
    KeyedTwoInputStreamOperatorTestHarness<String, Reading, SensorNote, Episode> harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(
                new SensorOperator(Map.of("m/a", LIMITS, "m/live", LIMITS, "m/silent", LIMITS))),
            Reading::sensor,
            SensorNote::sensor,
            Types.STRING);
    harness.setup(
        MessageTypes.of(Episode.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }
}

package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.TestEnvironment;
import io.gemba.jobs.stream.TestSink;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.ControlChart;
import io.gemba.message.Device;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.control.ControlPlan;
import io.gemba.sensors.quality.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The whole graph on a MiniCluster, without a broker. */
final class AnomalyJobTest {
  private static final long YEAR_2013 = 1_386_000_000_000L;
  private static final double RISE = 0.8;
  private static final String LAST = "last";
  private static final long NOW = 1_790_000_000_000L;

  @Test
  void liveAndReplayedSensors_together_eachRaisesItsOwnAlarm() throws Exception {
    List<Reading> readings = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      double drift = Math.max(0, i - 1_400) * 0.1;
      readings.add(
          new Reading("live/a", NOW + i * 1_000L, 5 + drift + noise(random), i, NOW + i * 1_000L));
      readings.add(new Reading("old/b", YEAR_2013 + i * 1_000L, 5 + drift + noise(random), i, NOW));
      readings.add(new Reading("calm/c", NOW + i * 1_000L, 5 + noise(random), i, NOW + i * 1_000L));
    }
    TestSink<Episode> episodes = new TestSink<>();
    TestSink<SensorStatus> statuses = new TestSink<>();
    TestSink<ControlChart> charts = new TestSink<>();
    Limits limits = new Limits(0, 50, 1);

    StreamExecutionEnvironment env = TestEnvironment.create();
    AnomalyJob.build(
        new AnomalyJob.Inputs(
            env.fromData(readings, MessageTypes.of(Reading.class)).uid("readings"),
            env.fromData(List.of(online()), MessageTypes.of(Device.class)).uid("devices"),
            env.fromData(List.of(noFault()), MessageTypes.of(AlarmFeedback.class)).uid("feedback")),
        new AnomalyJob.Plant(
            Map.of("live/a", limits, "old/b", limits, "calm/c", limits),
            Map.of(),
            Map.of("calm/c", new ControlPlan(5, 30_000, 4.5, 5.5))),
        new AnomalyJob.Outputs(episodes, statuses, charts));
    env.execute("anomaly-test");

    assertThat(episodes.written())
        .filteredOn(e -> e.kind() == Episode.Kind.ANOMALY && e.revision() == 0)
        .extracting(Episode::sensor)
        .containsExactlyInAnyOrder("live/a", "old/b");
    assertThat(statuses.written())
        .extracting(SensorStatus::sensor)
        .contains("live/a", "old/b", "calm/c");
    assertThat(charts.written())
        .hasSize(51)
        .extracting(ControlChart::subject)
        .containsOnly("calm/c");
    ControlChart last = charts.written().get(50);
    assertThat(requireNonNull(last.lines()).centre()).isCloseTo(5, Offset.offset(0.05));
    assertThat(requireNonNull(last.capability()).cpk()).isCloseTo(0.5 / 0.3, Offset.offset(0.3));
  }

  /**
   * Twins read the same, and one was called no fault before. Readings are made once all feedback
   * has left for the operator, which takes from both in turn long before their fault: with one
   * subtask each, what makes notes of feedback runs where the feedback comes from, and cannot lag.
   */
  @Test
  void feedback_ofOneOfTwins_keepsItsNextAlarmOfThatSizeAway() throws Exception {
    Instant before = Instant.ofEpochMilli(NOW - 1_000);
    List<AlarmFeedback> feedback = new ArrayList<>();
    for (String statistic : List.of("seasonal", "record", "shape", "quiet")) {
      for (int i = 0; i < 6; i++) {
        String id = statistic + "-" + i;
        feedback.add(new AlarmFeedback(id, "m/taught", statistic, before, "Ann", before));
      }
    }
    feedback.add(new AlarmFeedback(LAST, "m/other", "record", before, "Ann", before));
    TestSink<Episode> episodes = new TestSink<>();
    Limits limits = new Limits(0, 50, 1);

    StreamExecutionEnvironment env = TestEnvironment.create();
    env.setParallelism(1);
    env.setBufferTimeout(0);
    DataStream<AlarmFeedback> told =
        env.fromData(feedback, MessageTypes.of(AlarmFeedback.class)).uid("feedback");
    AnomalyJob.build(
        new AnomalyJob.Inputs(
            told.flatMap(new TwinsAfter(LAST))
                .returns(MessageTypes.of(Reading.class))
                .uid("readings"),
            env.fromData(List.of(online()), MessageTypes.of(Device.class)).uid("devices"),
            told),
        new AnomalyJob.Plant(Map.of("m/taught", limits, "m/twin", limits), Map.of(), Map.of()),
        new AnomalyJob.Outputs(episodes, new TestSink<>(), new TestSink<>()));
    env.execute("feedback-test");

    assertThat(episodes.written())
        .filteredOn(e -> e.kind() == Episode.Kind.ANOMALY && e.revision() == 0)
        .extracting(Episode::sensor)
        .containsExactly("m/twin");
  }

  /** After the last feedback: twenty quiet minutes of two sensors, then the same rise of both. */
  private record TwinsAfter(String lastId) implements FlatMapFunction<AlarmFeedback, Reading> {
    @Override
    public void flatMap(AlarmFeedback feedback, Collector<Reading> out) {
      if (!feedback.id().equals(lastId)) {
        return;
      }
      Random random = new Random(11);
      for (int i = 0; i < 1_500; i++) {
        double value = 5 + noise(random) + (i < 1_400 ? 0 : RISE);
        long at = NOW + i * 1_000L;
        out.collect(new Reading("m/taught", at, value, i, at));
        out.collect(new Reading("m/twin", at, value, i, at));
      }
    }
  }

  private static Device online() {
    return new Device("live", "plant/edge", Device.State.ONLINE, Instant.EPOCH, List.of());
  }

  private static AlarmFeedback noFault() {
    Instant before = Instant.EPOCH;
    return new AlarmFeedback("old", "calm/c", "record", before, "Ann", before);
  }

  private static double noise(Random random) {
    return 0.1 * random.nextGaussian();
  }
}

package io.gemba.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.TestEnvironment;
import io.gemba.jobs.stream.TestSink;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.quality.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The whole graph on a MiniCluster, without a broker. */
final class AnomalyJobTest {
  private static final long YEAR_2013 = 1_386_000_000_000L;
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
    Limits limits = new Limits(0, 50, 1);

    StreamExecutionEnvironment env = TestEnvironment.create();
    AnomalyJob.build(
        env.fromData(readings, MessageTypes.of(Reading.class)).uid("readings"),
        Map.of("live/a", limits, "old/b", limits, "calm/c", limits),
        Map.of(),
        episodes,
        statuses);
    env.execute("anomaly-test");

    assertThat(episodes.written())
        .filteredOn(e -> e.kind() == Episode.Kind.ANOMALY && e.revision() == 0)
        .extracting(Episode::sensor)
        .containsExactlyInAnyOrder("live/a", "old/b");
    assertThat(statuses.written())
        .extracting(SensorStatus::sensor)
        .contains("live/a", "old/b", "calm/c");
  }

  private static double noise(Random random) {
    return 0.1 * random.nextGaussian();
  }
}

package io.gemba.jobs.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.jobs.stream.TestEnvironment;
import io.gemba.jobs.stream.TestSink;
import io.gemba.maintenance.RunToFailure;
import io.gemba.maintenance.TestUnits;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.DeadLetter;
import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import io.gemba.message.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The stage on a MiniCluster, without a broker; model and readings come in any order. */
final class LifeStageTest {
  private static final Instant START = Instant.ofEpochMilli(1_790_000_000_000L);

  @Test
  void readingsOfWatchedSensors_becomeLives_andAModelOfNoUseADeadLetter() throws Exception {
    RunToFailure unit = TestUnits.units(1, 99).get(0);
    List<Reading> readings = new ArrayList<>();
    for (int cycle = 0; cycle < 100; cycle++) {
      long at = START.plusSeconds(60L * cycle).toEpochMilli();
      for (int sensor = 0; sensor < TestUnits.SENSORS.size(); sensor++) {
        String id = TestUnits.SENSORS.get(sensor);
        double value = unit.rows().get(cycle)[sensor];
        readings.add(new Reading("mixer/" + id, at, value, cycle, at));
        readings.add(new Reading("unwatched/" + id, at, value, cycle, at));
      }
      readings.add(new Reading("mixer/door", at, 0, cycle, at));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TestUnits.trainer(4, 2).train().write(new DataOutputStream(bytes));
    TestSink<MachineLife> lives = new TestSink<>();
    TestSink<DeadLetter> deadLetters = new TestSink<>();

    StreamExecutionEnvironment env = TestEnvironment.create();
    LifeStage.Results results =
        LifeStage.build(
            env.fromData(readings, MessageTypes.of(Reading.class)).uid("readings"),
            env.fromData(
                    List.of(
                        TrainedModel.ofLife("bearing", START, bytes.toByteArray()),
                        TrainedModel.ofLife("broken", START, new byte[3])),
                    MessageTypes.of(TrainedModel.class))
                .uid("models"),
            env.fromData(
                    List.of(
                        new PartReplacement("mixer", START.minusSeconds(60), "Ann"),
                        new PartReplacement("unwatched", START, "Ann")),
                    MessageTypes.of(PartReplacement.class))
                .uid("replacements"),
            Map.of(
                "mixer",
                new WatchedPart(
                    "mixer", "bearing", TestUnits.SENSORS, false, 60_000, 180_000, null)));
    results.lives().sinkTo(lives).uid("lives");
    results.deadLetters().sinkTo(deadLetters).uid("dead-letters");
    env.execute("life-test");

    assertThat(lives.written()).extracting(MachineLife::machine).containsOnly("mixer");
    assertThat(deadLetters.written())
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("'broken' is of no machine"));
  }
}

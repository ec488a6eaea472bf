package io.gemba.jobs.anomaly;

import static java.util.Objects.requireNonNullElseGet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.maintenance.LifeModel;
import io.gemba.maintenance.RunToFailure;
import io.gemba.maintenance.SideBySide;
import io.gemba.maintenance.TestUnits;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.DeadLetter;
import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import io.gemba.message.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two machines with the sensors of the model and one without, a reading a minute and cycle. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
final class LifeOperatorTest {
  private static final long START = 1_790_000_000_000L;
  private static final Instant NOON = Instant.ofEpochMilli(START);
  private static final RunToFailure UNIT = TestUnits.units(1, 99).get(0);
  private static final int END = UNIT.rows().size();

  private static TrainedModel model;
  private static TrainedModel other;

  @BeforeAll
  static void train() throws IOException {
    model = TrainedModel.ofLife("bearing", NOON, bytes(TestUnits.trainer(10, 2).train()));
    other =
        TrainedModel.ofLife("bearing", NOON.plusSeconds(1), bytes(TestUnits.trainer(4, 2).train()));
  }

  @Test
  void eachCycle_tellsOneLife_ofItsMachine_thatGetsShorterTowardsTheEnd() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);

      run(harness, "mixer", 0, END);
      run(harness, "cooker", 0, 40);

      List<MachineLife> lives = harness.extractOutputValues();
      List<MachineLife> mixer =
          lives.stream().filter(life -> life.machine().equals("mixer")).toList();
      assertThat(mixer).hasSize(END - 1);
      assertThat(mixer.get(40).asGoodAsNew()).isTrue();
      assertThat(mixer.get(END - 2).expectedCycles()).isLessThan(25);
      assertThat(mixer.get(END - 2).moved().get(0).sensor()).isEqualTo("mixer/vibration");
      assertThat(lives).filteredOn(life -> life.machine().equals("cooker")).hasSize(39);
      assertThat(harness.numProcessingTimeTimers()).as("one a machine").isEqualTo(2);
      harness.setProcessingTime(SideBySide.WAIT_MILLIS);
      assertThat(harness.numProcessingTimeTimers() + harness.numEventTimeTimers()).isZero();
    }
  }

  /** As after days in which the job was away: partition by partition. */
  @Test
  void readingsThatCameWhileWeWereAway_sensorBySensor_tellTheSameLives() throws Exception {
    List<MachineLife> live;
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);
      run(harness, "mixer", 0, END);
      live = harness.extractOutputValues();
    }
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);
      run(harness, "mixer", 0, 20);
      for (int sensor = TestUnits.SENSORS.size() - 1; sensor >= 0; sensor--) {
        for (int cycle = 20; cycle < END; cycle++) {
          read(harness, "mixer", cycle, sensor, UNIT.rows().get(cycle)[sensor]);
        }
      }

      assertThat(harness.extractOutputValues()).isEqualTo(live).hasSize(END - 1);
    }
  }

  @Test
  void sensorThatIsSilent_holdsTheOthersUpForHalfAMinuteOnly() throws Exception {
    int first = 0;
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);
      run(harness, "mixer", 0, 20);
      int before = harness.extractOutputValues().size();
      for (int cycle = 20; cycle < 30; cycle++) {
        for (int sensor = 1; sensor < TestUnits.SENSORS.size(); sensor++) {
          read(harness, "mixer", cycle, sensor, UNIT.rows().get(cycle)[sensor]);
        }
      }
      assertThat(harness.extractOutputValues()).hasSize(before);

      harness.setProcessingTime(SideBySide.WAIT_MILLIS);

      List<MachineLife> lives = harness.extractOutputValues();
      assertThat(lives).hasSize(before + 10);
      assertThat(lives.get(lives.size() - 1).missing())
          .containsExactly("mixer/" + TestUnits.SENSORS.get(first));
    }
  }

  @Test
  void modelThatComesLate_tellsAtOnceFromAllThatWasSeen_andTheNewestCounts() throws Exception {
    try (var harness = harness()) {
      harness.open();
      run(harness, "mixer", 0, END - 20);
      assertThat(harness.extractOutputValues()).isEmpty();

      harness.processBroadcastElement(other, 0);
      harness.processBroadcastElement(model, 0);
      run(harness, "mixer", END - 20, END - 19);

      List<MachineLife> lives = harness.extractOutputValues();
      assertThat(lives).extracting(MachineLife::cycles).containsExactly(END - 21, END - 20);
      assertThat(lives.get(0).expectedCycles()).isLessThan(60);
      assertThat(harness.getBroadcastState(LifeOperator.MODELS).get("bearing").madeAt())
          .isEqualTo(other.madeAt());
    }
  }

  @Test
  void restored_goesOnWithModelAndTrend() throws Exception {
    List<MachineLife> whole;
    OperatorSubtaskState snapshot;
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);
      run(harness, "mixer", 0, 100);
      snapshot = harness.snapshot(1, 1);
      int before = harness.extractOutputValues().size();
      run(harness, "mixer", 100, END);
      whole = harness.extractOutputValues().subList(before, END - 1);
    }
    try (var restored = harness()) {
      restored.initializeState(snapshot);
      restored.open();

      run(restored, "mixer", 100, END);

      assertThat(restored.extractOutputValues()).isEqualTo(whole);
    }
  }

  @Test
  void replaced_beginsANewLife_andARepeatChangesNothing() throws Exception {
    PartReplacement replaced = new PartReplacement("mixer", at(END), "Ann");
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);
      run(harness, "mixer", 0, END);
      run(harness, "cooker", 0, 10);

      harness.processElement(ConditionEvent.replaced(replaced), 0);
      runFrom(harness, "mixer", END, 5);
      harness.processElement(ConditionEvent.replaced(replaced), 0);
      runFrom(harness, "mixer", END + 5, 5);
      run(harness, "cooker", 10, 12);

      List<MachineLife> lives = harness.extractOutputValues();
      List<MachineLife> fresh =
          lives.stream().filter(life -> life.since().equals(replaced.at())).toList();
      assertThat(fresh).extracting(MachineLife::cycles).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(lives.get(lives.size() - 1).cycles()).as("the other machine's").isEqualTo(11);
    }
  }

  @Test
  void modelsOfNoUse_areRefusedWithAReason_andTheOneInUseStays() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processBroadcastElement(model, 0);
      harness.processBroadcastElement(
          TrainedModel.ofLife("bearing", NOON.plusSeconds(5), new byte[] {1, 2, 3, 4, 5}), 0);
      harness.processBroadcastElement(TrainedModel.ofLife("seal", NOON, model.bytes()), 0);
      harness.processBroadcastElement(TrainedModel.ofLife("unknown", NOON, model.bytes()), 0);
      harness.processBroadcastElement(
          new TrainedModel("demand", LocalDate.of(2026, 11, 22), NOON, new byte[3]), 0);
      run(harness, "mixer", 0, 3);

      assertThat(refused(harness))
          .extracting(DeadLetter::reason)
          .satisfiesExactly(
              bytes -> assertThat(bytes).contains("'bearing' cannot be read", "maintenance learn"),
              sensors -> assertThat(sensors).contains("machine 'press'", "'vibration', 'noise'"),
              name -> assertThat(name).contains("'unknown' is of no machine", "bearing", "seal"));
      assertThat(refused(harness)).extracting(DeadLetter::key).contains("life/seal");
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void event_readingOrReplacement_isWrittenAndRead() throws IOException {
    ConditionEventCodec codec = new ConditionEventCodec();
    for (ConditionEvent event :
        List.of(
            ConditionEvent.reading(new Reading("mixer/noise", 5, 1.5, 2, 6)),
            ConditionEvent.replaced(new PartReplacement("mixer", NOON, "Ann")))) {
      var out = new DataOutputSerializer(64);
      codec.write(event, out);

      var in = new DataInputDeserializer(out.getCopyOfBuffer());
      assertThat(codec.read(in, codec.layout())).isEqualTo(event);
      assertThat(in.available()).isZero();
    }
  }

  private static void run(
      KeyedBroadcastOperatorTestHarness<String, ConditionEvent, TrainedModel, MachineLife> harness,
      String machine,
      int from,
      int until)
      throws Exception {
    for (int cycle = from; cycle < until; cycle++) {
      read(harness, machine, cycle, UNIT.rows().get(cycle));
    }
  }

  private static void runFrom(
      KeyedBroadcastOperatorTestHarness<String, ConditionEvent, TrainedModel, MachineLife> harness,
      String machine,
      int from,
      int cycles)
      throws Exception {
    for (int cycle = 0; cycle < cycles; cycle++) {
      read(harness, machine, from + cycle, UNIT.rows().get(cycle));
    }
  }

  private static void read(
      KeyedBroadcastOperatorTestHarness<String, ConditionEvent, TrainedModel, MachineLife> harness,
      String machine,
      int cycle,
      double[] row)
      throws Exception {
    for (int sensor = 0; sensor < row.length; sensor++) {
      read(harness, machine, cycle, sensor, row[sensor]);
    }
  }

  private static void read(
      KeyedBroadcastOperatorTestHarness<String, ConditionEvent, TrainedModel, MachineLife> harness,
      String machine,
      int cycle,
      int sensor,
      double value)
      throws Exception {
    String id = machine + "/" + TestUnits.SENSORS.get(sensor);
    long at = at(cycle).toEpochMilli();
    harness.processElement(ConditionEvent.reading(new Reading(id, at, value, cycle, at)), 0);
  }

  private static Instant at(int cycle) {
    return NOON.plusSeconds(60L * cycle);
  }

  private static Collection<DeadLetter> refused(
      KeyedBroadcastOperatorTestHarness<String, ConditionEvent, TrainedModel, MachineLife>
          harness) {
    Queue<StreamRecord<DeadLetter>> letters =
        requireNonNullElseGet(harness.getSideOutput(LifeOperator.REFUSED), ArrayDeque::new);
    return letters.stream().map(StreamRecord::getValue).toList();
  }

  private static byte[] bytes(LifeModel trained) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trained.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static KeyedBroadcastOperatorTestHarness<
          String, ConditionEvent, TrainedModel, MachineLife>
      harness() throws Exception {
    Map<String, WatchedPart> parts =
        Map.of(
            "mixer", part("mixer", "bearing", TestUnits.SENSORS),
            "cooker", part("cooker", "bearing", TestUnits.SENSORS),
            "press", part("press", "seal", List.of("heat")));
    var harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new LifeOperator(parts), List.of(LifeOperator.MODELS)),
            ConditionEvent::machine,
            Types.STRING,
            1,
            1,
            0);
    harness.setup(
        MessageTypes.of(MachineLife.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  private static WatchedPart part(String machine, String name, List<String> sensors) {
    return new WatchedPart(machine, name, sensors, false, 60_000, 180_000, null);
  }
}

package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.maintenance.WatchedPart;
import io.gemba.message.DeadLetter;
import io.gemba.message.MachineLife;
import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import io.gemba.message.TrainedModel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The stage of the anomaly job that tells remaining lives from the readings it trusts. Only sites
 * with wearing parts have it.
 */
final class LifeStage {
  private LifeStage() {}

  /**
   * What the stage says; both streams must be given to a sink.
   *
   * @param lives one a cycle of a part
   * @param deadLetters models that could be read but not used
   */
  record Results(DataStream<MachineLife> lives, DataStream<DeadLetter> deadLetters) {}

  /**
   * Adds the stage to the environment of its inputs.
   *
   * @param trusted readings of all sensors
   * @param models of any kind
   * @param replacements of any machine
   * @param parts by machine
   */
  static Results build(
      DataStream<Reading> trusted,
      DataStream<TrainedModel> models,
      DataStream<PartReplacement> replacements,
      Map<String, WatchedPart> parts) {
    Set<String> sensors = new HashSet<>();
    parts.values().forEach(part -> sensors.addAll(part.sensorIds()));
    Set<String> machines = new HashSet<>(parts.keySet());
    DataStream<ConditionEvent> readings =
        trusted
            .filter(reading -> sensors.contains(reading.sensor()))
            .name("of wearing parts")
            .uid("condition-readings")
            .map(ConditionEvent::reading)
            .returns(new ConditionEventCodec().flinkType())
            .name("conditions")
            .uid("condition-events");
    DataStream<ConditionEvent> replaced =
        replacements
            .filter(one -> machines.contains(one.machine()))
            .name("of watched parts")
            .uid("watched-replacements")
            .map(ConditionEvent::replaced)
            .returns(new ConditionEventCodec().flinkType())
            .name("replacements")
            .uid("replacement-events");
    SingleOutputStreamOperator<MachineLife> lives =
        readings
            .union(replaced)
            .keyBy(ConditionEvent::machine, Types.STRING)
            .connect(models.broadcast(LifeOperator.MODELS))
            .process(new LifeOperator(parts), MessageTypes.of(MachineLife.class))
            .name("tell remaining lives")
            .uid("life-operator");
    return new Results(lives, lives.getSideOutput(LifeOperator.REFUSED));
  }
}

package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.ControlChart;
import io.gemba.message.Device;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.control.ControlPlan;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.detect.MachineWatch;
import io.gemba.sensors.quality.Limits;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Readings, devices and what people say of alarms in, episodes, sensor status and control charts
 * out. The graph is built here and nowhere else.
 */
public final class AnomalyJob {
  private AnomalyJob() {}

  /**
   * What the site says of its sensors.
   *
   * @param limits by full sensor id; sensors without are unknown
   * @param machines by id; those that are not in it are not judged as a whole
   * @param plans of control charts, by full sensor id
   */
  public record Plant(
      Map<String, Limits> limits,
      Map<String, MachineSensors> machines,
      Map<String, ControlPlan> plans) {}

  /**
   * What the job reads.
   *
   * @param readings of all sensors
   * @param devices that were born or died
   * @param feedback what people say of alarms
   */
  public record Inputs(
      DataStream<Reading> readings,
      DataStream<Device> devices,
      DataStream<AlarmFeedback> feedback) {}

  /** Where the job writes. */
  public record Outputs(
      Sink<Episode> episodes, Sink<SensorStatus> statuses, Sink<ControlChart> charts) {}

  /**
   * Adds the job to the environment of its inputs.
   *
   * @return the readings that are trusted
   */
  public static DataStream<Reading> build(Inputs inputs, Plant plant, Outputs outputs) {
    DataStream<SensorNote> gone =
        inputs
            .devices()
            .flatMap(new GoneSensors())
            .returns(MessageTypes.of(SensorNote.class))
            .name("sensors that are gone")
            .uid("gone-sensors");
    DataStream<SensorNote> feedback =
        inputs
            .feedback()
            .map(SensorNote::notAFault)
            .returns(MessageTypes.of(SensorNote.class))
            .name("alarms that were no faults")
            .uid("alarm-feedback");
    SingleOutputStreamOperator<Episode> changes =
        inputs
            .readings()
            .keyBy(Reading::sensor, Types.STRING)
            .connect(gone.union(feedback).keyBy(SensorNote::sensor, Types.STRING))
            .process(new SensorOperator(plant.limits()), MessageTypes.of(Episode.class))
            .name("watch sensors")
            .uid("sensor-operator");
    changes
        .union(ofMachines(changes, inputs.feedback(), plant.machines()))
        .sinkTo(outputs.episodes())
        .name("episodes")
        .uid("episodes");
    changes
        .getSideOutput(SensorOperator.STATUS)
        .sinkTo(outputs.statuses())
        .name("sensor status")
        .uid("sensor-status");
    Set<String> charted = Set.copyOf(plant.plans().keySet());
    changes
        .getSideOutput(SensorOperator.TRUSTED)
        .filter(reading -> charted.contains(reading.sensor()))
        .name("of charts")
        .uid("chart-readings")
        .keyBy(Reading::sensor, Types.STRING)
        .process(new ControlOperator(plant.plans()), MessageTypes.of(ControlChart.class))
        .name("chart sensors")
        .uid("control-operator")
        .sinkTo(outputs.charts())
        .name("control charts")
        .uid("control-charts");
    return changes.getSideOutput(SensorOperator.TRUSTED);
  }

  private static DataStream<Episode> ofMachines(
      SingleOutputStreamOperator<Episode> changes,
      DataStream<AlarmFeedback> feedback,
      Map<String, MachineSensors> machines) {
    Set<String> together = Set.copyOf(machines.keySet());
    DataStream<MachineNote> alarms =
        changes
            .filter(
                change ->
                    change.kind() == Episode.Kind.ANOMALY && together.contains(change.machine()))
            .name("alarms of machines")
            .uid("machine-alarms")
            .map(MachineNote::alarm)
            .returns(MessageTypes.of(MachineNote.class))
            .name("notes of alarms")
            .uid("machine-alarm-notes");
    DataStream<MachineNote> noFaults =
        feedback
            .filter(
                one ->
                    one.detector().equals(MachineWatch.DETECTOR)
                        && together.contains(machine(one.sensor())))
            .name("machines' alarms that were no faults")
            .uid("machine-feedback")
            .map(MachineNote::notAFault)
            .returns(MessageTypes.of(MachineNote.class))
            .name("notes of no faults")
            .uid("machine-feedback-notes");
    return changes
        .getSideOutput(SensorOperator.TRUSTED)
        .filter(reading -> together.contains(machine(reading.sensor())))
        .name("of machines")
        .uid("machine-readings")
        .keyBy(reading -> machine(reading.sensor()), Types.STRING)
        .connect(alarms.union(noFaults).keyBy(MachineNote::machine, Types.STRING))
        .process(new MachineOperator(machines), MessageTypes.of(Episode.class))
        .name("watch machines")
        .uid("machine-operator");
  }

  /** The machine of a full sensor id; empty when the sensor stands alone. */
  static String machine(String sensor) {
    int slash = sensor.indexOf('/');
    return slash < 0 ? "" : sensor.substring(0, slash);
  }
}

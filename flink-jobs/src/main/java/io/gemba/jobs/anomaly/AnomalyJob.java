package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.detect.MachineSensors;
import io.gemba.sensors.quality.Limits;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Readings in, episodes and sensor status out. The graph is built here and nowhere else. */
public final class AnomalyJob {
  private AnomalyJob() {}

  /**
   * Adds the job to the environment of the readings.
   *
   * @param limits by full sensor id; sensors without are unknown
   * @param machines by id; those that are not in it are not judged as a whole
   */
  public static void build(
      DataStream<Reading> readings,
      Map<String, Limits> limits,
      Map<String, MachineSensors> machines,
      Sink<Episode> episodes,
      Sink<SensorStatus> statuses) {
    SingleOutputStreamOperator<Episode> changes =
        readings
            .keyBy(Reading::sensor, Types.STRING)
            .process(new SensorOperator(limits), MessageTypes.of(Episode.class))
            .name("watch sensors")
            .uid("sensor-operator");
    changes.union(ofMachines(changes, machines)).sinkTo(episodes).name("episodes").uid("episodes");
    changes
        .getSideOutput(SensorOperator.STATUS)
        .sinkTo(statuses)
        .name("sensor status")
        .uid("sensor-status");
  }

  private static DataStream<Episode> ofMachines(
      SingleOutputStreamOperator<Episode> changes, Map<String, MachineSensors> machines) {
    Set<String> together = Set.copyOf(machines.keySet());
    return changes
        .getSideOutput(SensorOperator.TRUSTED)
        .filter(reading -> together.contains(machine(reading)))
        .name("of machines")
        .uid("machine-readings")
        .keyBy(AnomalyJob::machine, Types.STRING)
        .connect(
            changes
                .filter(
                    change ->
                        change.kind() == Episode.Kind.ANOMALY
                            && together.contains(change.machine()))
                .name("alarms of machines")
                .uid("machine-alarms")
                .keyBy(Episode::machine, Types.STRING))
        .process(new MachineOperator(machines), MessageTypes.of(Episode.class))
        .name("watch machines")
        .uid("machine-operator");
  }

  private static String machine(Reading reading) {
    int slash = reading.sensor().indexOf('/');
    return slash < 0 ? "" : reading.sensor().substring(0, slash);
  }
}

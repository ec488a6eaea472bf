package io.gemba.jobs.anomaly;

import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.quality.Limits;
import java.util.Map;
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
   */
  public static void build(
      DataStream<Reading> readings,
      Map<String, Limits> limits,
      Sink<Episode> episodes,
      Sink<SensorStatus> statuses) {
    SingleOutputStreamOperator<Episode> changes =
        readings
            .keyBy(Reading::sensor, Types.STRING)
            .process(new SensorOperator(limits), MessageTypes.of(Episode.class))
            .name("watch sensors")
            .uid("sensor-operator");
    changes.sinkTo(episodes).name("episodes").uid("episodes");
    changes
        .getSideOutput(SensorOperator.STATUS)
        .sinkTo(statuses)
        .name("sensor status")
        .uid("sensor-status");
  }
}

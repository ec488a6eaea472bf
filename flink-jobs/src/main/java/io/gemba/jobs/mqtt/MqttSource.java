package io.gemba.jobs.mqtt;

import io.gemba.jobs.stream.Decoded;
import io.gemba.jobs.stream.Incoming;
import io.gemba.jobs.stream.MessageTypes;
import io.gemba.message.Reading;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Readings of an MQTT broker (FLIP-27), at least once: a message is acknowledged when a checkpoint
 * taken after it is complete, and what was not acknowledged comes again after a failure. Readings
 * that come twice have the same sensor and sequence, by which the job drops them.
 *
 * <p>As many readers as the job's parallelism share one subscription. Each may have 65,535 messages
 * without acknowledgement (MQTT 5, receive maximum), so at most {@code parallelism x 65,535 /
 * checkpointSeconds} messages a second come through, or less where the broker allows less.
 */
public final class MqttSource implements Source<Decoded<Reading>, MqttSplit, Integer> {
  private static final long serialVersionUID = 1;
  private static final String UID = "mqtt-readings";

  private final MqttPlace place;

  MqttSource(MqttPlace place) {
    this.place = place;
  }

  /**
   * Adds the source to a job, and hands on what it took to all who read the topic of readings: a
   * message is acknowledged when it is there too, for the sink writes before a checkpoint is
   * complete.
   *
   * @param settings {@code mqtt} and {@code gateway} are used
   * @param site messages of others become dead letters; its sensors say their units
   * @param job its name, part of the subscription's group and of dead letters
   * @param kept where every reading goes, as the gateway would put it there; at least once
   */
  public static Incoming<Reading> read(
      StreamExecutionEnvironment env,
      Settings settings,
      Site site,
      String job,
      Sink<Reading> kept) {
    MqttSource source = new MqttSource(MqttPlace.of(settings, site, job));
    Incoming<Reading> taken =
        Incoming.split(
            env.fromSource(
                    source, WatermarkStrategy.noWatermarks(), UID, Decoded.type(Reading.class))
                .uid(UID),
            UID,
            MessageTypes.of(Reading.class));
    taken.messages().sinkTo(kept).name("keep readings").uid(UID + "-kept");
    return taken;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Decoded<Reading>, MqttSplit> createReader(SourceReaderContext context) {
    return new MqttReader(place, context.getIndexOfSubtask(), Clock.systemUTC());
  }

  @Override
  public SplitEnumerator<MqttSplit, Integer> createEnumerator(
      SplitEnumeratorContext<MqttSplit> context) {
    return new MqttEnumerator();
  }

  @Override
  public SplitEnumerator<MqttSplit, Integer> restoreEnumerator(
      SplitEnumeratorContext<MqttSplit> context, Integer nothing) {
    return new MqttEnumerator();
  }

  @Override
  public SimpleVersionedSerializer<MqttSplit> getSplitSerializer() {
    return MqttSplit.serializer();
  }

  @Override
  public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
    return new MqttSplit.Serializer<>(MqttEnumerator.NOTHING);
  }
}

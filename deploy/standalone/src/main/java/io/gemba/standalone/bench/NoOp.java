package io.gemba.standalone.bench;

import io.gemba.jobs.stream.JobEnvironment;
import io.gemba.message.Topic;
import io.gemba.settings.Settings;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kafka to bytes to nowhere: the most that Flink does on this machine. */
final class NoOp {
  /** It is through in two seconds, and what is done is told by checkpoints. */
  private static final Duration CHECKPOINT = Duration.ofMillis(100);

  private NoOp() {}

  static String name(Topic topic) {
    return "no-op-" + topic.topicName();
  }

  static StreamExecutionEnvironment graph(Settings settings, Topic topic) {
    StreamExecutionEnvironment env = JobEnvironment.of(settings, name(topic));
    env.enableCheckpointing(CHECKPOINT.toMillis());
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(settings.kafka().bootstrapServers())
            .setTopics(topic.topicName())
            .setGroupId("gemba-" + name(topic))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new Bytes())
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "bytes")
        .uid("bytes")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    return env;
  }

  private static final class Bytes implements KafkaRecordDeserializationSchema<byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
      out.collect(record.value());
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
      return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
  }
}

package io.gemba.standalone.bench;

import io.gemba.settings.Settings;
import io.gemba.standalone.data.Addresses;
import io.gemba.standalone.server.KafkaServer;
import io.gemba.standalone.server.MqttBroker;
import io.gemba.standalone.stream.StreamCluster;
import java.nio.file.Path;

/** What readings pass on their way from devices to alarms, in this process. */
record MqttServers(KafkaServer kafka, MqttBroker broker, StreamCluster cluster)
    implements AutoCloseable {

  static MqttServers start(Settings settings) {
    int kafkaPort = Addresses.port("kafka://" + settings.kafka().bootstrapServers());
    Path data = settings.data().toAbsolutePath();
    return new MqttServers(
        KafkaServer.start(data.resolve("kafka"), kafkaPort, Addresses.freePort()),
        MqttBroker.start(data.resolve("mqtt"), Addresses.port(settings.mqtt().url())),
        StreamCluster.start(data.resolve("flink"), settings.flink(), 1));
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
    kafka.close();
  }
}

package io.gemba.standalone.bench;

import io.gemba.settings.Settings;
import io.gemba.standalone.data.Addresses;
import io.gemba.standalone.server.KafkaServer;
import io.gemba.standalone.server.TimeSeries;
import io.gemba.standalone.stream.StreamCluster;
import java.nio.file.Path;

/** What jobs need, in this process. */
record BenchServers(KafkaServer kafka, TimeSeries series, StreamCluster cluster)
    implements AutoCloseable {

  /**
   * Starts all of them.
   *
   * @param jobs that run at the same time
   */
  static BenchServers start(Settings settings, int jobs) {
    int kafkaPort = Addresses.port("kafka://" + settings.kafka().bootstrapServers());
    int seriesPort = Addresses.port(settings.timeSeries().url());
    Path data = settings.data().toAbsolutePath();
    return new BenchServers(
        KafkaServer.start(data.resolve("kafka"), kafkaPort, Addresses.freePort()),
        TimeSeries.start(data.resolve("time-series"), seriesPort),
        StreamCluster.start(data.resolve("flink"), settings.flink(), jobs));
  }

  @Override
  public void close() {
    cluster.close();
    series.close();
    kafka.close();
  }
}

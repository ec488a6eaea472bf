package io.gemba.standalone.server;

import io.gemba.standalone.CannotStartException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker that is its own controller. The folder is formatted once; what was acknowledged
 * outlives the process.
 */
public final class KafkaServer implements AutoCloseable {
  private static final int NODE = 1;
  private static final int MEBIBYTE = 1 << 20;

  private final KafkaRaftServer server;

  private KafkaServer(KafkaRaftServer server) {
    this.server = server;
  }

  /**
   * Starts the broker and waits until it answers.
   *
   * @param folder where the log is kept; made if absent
   * @param port of the clients, on the loopback address
   * @param controllerPort of the metadata quorum, on the loopback address; may differ between runs
   */
  public static KafkaServer start(Path folder, int port, int controllerPort) {
    format(folder);
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(properties(folder, port, controllerPort), false), Time.SYSTEM);
    server.startup();
    return new KafkaServer(server);
  }

  private static void format(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.exists(folder.resolve("meta.properties"))) {
        return;
      }
      new Formatter()
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (IOException e) {
      throw new CannotStartException("Cannot write Kafka's folder " + folder + ": " + e, e);
    } catch (Exception e) { // the formatter declares no narrower one
      throw new CannotStartException("Cannot format Kafka's folder " + folder + ": " + e, e);
    }
  }

  private static Properties properties(Path folder, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", String.valueOf(NODE));
    p.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    p.put("controller.listener.names", "CONTROLLER");
    p.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", folder.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("num.partitions", "4");
    // after a SIGKILL the new broker waits for the old session to end; a busy machine must not end
    // it
    p.put("broker.session.timeout.ms", "6000");
    p.put("broker.heartbeat.interval.ms", "1000");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("default.replication.factor", "1");
    for (String internal :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      p.put(internal + ".replication.factor", "1");
      p.put(internal + ".num.partitions", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("offsets.topic.segment.bytes", String.valueOf(8 * MEBIBYTE));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * MEBIBYTE));
    p.put("log.index.size.max.bytes", String.valueOf(MEBIBYTE));
    p.put("metadata.log.segment.bytes", String.valueOf(16 * MEBIBYTE));
    p.put("metadata.log.max.record.bytes.between.snapshots", String.valueOf(4 * MEBIBYTE));
    return p;
  }

  /** Stops cleanly; the next start need not recover. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}

package io.gemba.standalone.server;

import io.gemba.standalone.CannotStartException;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT 5 broker. Sessions, retained messages and what is not yet acknowledged lie in a journal
 * on disk; what a slow subscriber leaves behind is paged there instead of filling the heap.
 */
public final class MqttBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttBroker.class);
  private static final int MEBIBYTE = 1 << 20;

  private final EmbeddedActiveMQ server;

  private MqttBroker(EmbeddedActiveMQ server) {
    this.server = server;
  }

  /**
   * Starts the broker.
   *
   * @param folder where the journal is kept; made if absent
   * @param port on the loopback address
   */
  public static MqttBroker start(Path folder, int port) {
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    try {
      server.setConfiguration(configuration(folder, port));
      server.start();
    } catch (Exception e) { // the broker declares no narrower one
      throw new CannotStartException("The MQTT broker does not start: " + e, e);
    }
    return new MqttBroker(server);
  }

  private static Configuration configuration(Path folder, int port) throws Exception {
    AddressSettings paged =
        new AddressSettings()
            .setMaxSizeBytes(32 * MEBIBYTE)
            .setPageSizeBytes(4 * MEBIBYTE)
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    return new ConfigurationImpl()
        .setName("gemba")
        .setPersistenceEnabled(true)
        .setSecurityEnabled(false)
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(10 * MEBIBYTE)
        .setJournalMinFiles(2)
        .setJournalPoolFiles(4)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setGlobalMaxSize(64L * MEBIBYTE)
        .setMaxDiskUsage(98)
        .setThreadPoolMaxSize(8)
        .setScheduledThreadPoolMaxSize(2)
        // a laptop that slept looks like a stuck broker: log it, never stop for it
        .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG)
        .addAddressSetting("#", paged)
        .addAcceptorConfiguration(
            "mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT;nioRemotingThreads=2");
  }

  /** Stops; sessions and messages are kept. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // the broker declares no narrower one
      LOG.warn("The MQTT broker did not stop cleanly; its journal is read again at the start", e);
    }
  }
}

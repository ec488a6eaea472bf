package io.gemba.sensors.mqtt;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** Artemis in this JVM, as the standalone runs it. */
final class ArtemisBroker implements TestBroker {
  private static final int JOURNAL_BYTES = 1 << 20;

  private final int port;
  private EmbeddedActiveMQ server;

  ArtemisBroker(int port) {
    this.port = port;
  }

  @Override
  public void start(Path folder) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(true);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(JOURNAL_BYTES);
    configuration.setJournalMinFiles(2);
    configuration.setSecurityEnabled(false);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.addAcceptorConfiguration(
        "mqtt", "tcp://127.0.0.1:%d?protocols=MQTT".formatted(port));
    server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration);
    server.start();
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }

  @Override
  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public String toString() {
    return "Artemis";
  }
}

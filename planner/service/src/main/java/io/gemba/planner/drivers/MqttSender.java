package io.gemba.planner.drivers;

import io.gemba.planner.outbox.Sender;
import io.gemba.planner.store.OutboxTable;
import io.gemba.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * Sends retained messages with QoS 1; a row is done when the broker has acknowledged it. Connects
 * when there is something to send and again after a failure. One thread.
 */
public final class MqttSender implements Sender {
  private static final long WAIT_MILLIS = 10_000;
  private static final int CONNECT_SECONDS = 5;

  private final Settings.Mqtt settings;
  private final String clientId;
  private @Nullable MqttClient client;

  /**
   * @param clientId unique on the broker, the same after a restart
   */
  public MqttSender(Settings.Mqtt settings, String clientId) {
    this.settings = settings;
    this.clientId = clientId;
  }

  @Override
  public String destination() {
    return "mqtt";
  }

  @Override
  public void send(List<OutboxTable.Row> rows) throws SendException {
    try {
      MqttClient connected = connected();
      for (OutboxTable.Row row : rows) {
        MqttMessage message = new MqttMessage(row.payload());
        message.setQos(1);
        message.setRetained(true);
        connected.publish(row.topic(), message);
      }
    } catch (MqttException | IOException e) {
      disconnect();
      throw new SendException("The MQTT broker has not taken the routes", e);
    }
  }

  @Override
  public void close() {
    disconnect();
  }

  private MqttClient connected() throws MqttException, IOException {
    MqttClient known = client;
    if (known != null && known.isConnected()) {
      return known;
    }
    disconnect();
    MqttClient fresh = new MqttClient(settings.url(), clientId, new MemoryPersistence());
    fresh.setTimeToWait(WAIT_MILLIS);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout(CONNECT_SECONDS);
    if (settings.username() != null) {
      options.setUserName(settings.username());
    }
    if (settings.passwordFile() != null) {
      String secret = Files.readString(settings.passwordFile()).strip();
      options.setPassword(secret.getBytes(StandardCharsets.UTF_8));
    }
    client = fresh;
    fresh.connect(options);
    return fresh;
  }

  private void disconnect() {
    MqttClient known = client;
    client = null;
    if (known == null) {
      return;
    }
    try {
      if (known.isConnected()) {
        known.disconnectForcibly(0, 1000);
      }
      known.close(true);
    } catch (MqttException e) {
      // it is gone already, which is what was wanted
    }
  }
}

package io.gemba.standalone;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * One device outside: publishes at QoS 1 and keeps a ledger. A reading is in the ledger when the
 * broker has acknowledged it; one that was not acknowledged is sent again with its own sequence.
 */
final class Device implements AutoCloseable {
  private static final int RETRY_MILLIS = 200;

  private final String topic;
  private final String clientId;
  private @Nullable MqttClient client;
  private volatile String url;
  private final AtomicLong acknowledged = new AtomicLong();

  Device(String url, String topic) {
    this.url = url;
    this.topic = topic;
    this.clientId = "device-" + topic.replace('/', '-');
  }

  /** Where the broker is from now on. */
  void moveTo(String newUrl) {
    url = newUrl;
  }

  /** Readings that the broker has taken. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** Sends one reading, again and again until it is acknowledged. */
  void send(double value, long atMillis, long seq) throws InterruptedException {
    String payload = "{\"value\":%s,\"at\":%d,\"seq\":%d}".formatted(value, atMillis, seq);
    while (true) {
      try {
        MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        connected().publish(topic, message);
        acknowledged.incrementAndGet();
        return;
      } catch (MqttException e) {
        disconnect();
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    }
  }

  private MqttClient connected() throws MqttException {
    MqttClient current = client;
    if (current != null && current.isConnected()) {
      return current;
    }
    MqttClient fresh = new MqttClient(url, clientId, new MemoryPersistence());
    fresh.setTimeToWait(10_000);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setConnectionTimeout(5);
    fresh.connect(options);
    client = fresh;
    return fresh;
  }

  private void disconnect() {
    MqttClient current = client;
    client = null;
    if (current != null) {
      try {
        current.disconnectForcibly(0, 100);
        current.close(true);
      } catch (MqttException e) {
        // it is gone either way
      }
    }
  }

  @Override
  public void close() {
    disconnect();
  }
}

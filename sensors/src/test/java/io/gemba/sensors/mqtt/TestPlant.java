package io.gemba.sensors.mqtt;

import io.gemba.site.Site;
import io.gemba.site.SiteCalendar;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device that publishes with QoS 1 and can witness that the broker has passed messages on. */
final class TestPlant implements AutoCloseable, TestCallback {
  private final MqttClient client;
  private volatile CountDownLatch delivered = new CountDownLatch(0);

  TestPlant(TestBroker broker) throws Exception {
    client = new MqttClient(broker.url(), "plant", new MemoryPersistence());
    client.setCallback(this);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setUseSubscriptionIdentifiers(false);
    client.connect(options);
  }

  /** Publishes, once the broker's window has room. */
  void publish(String topic, byte[] payload) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try {
        client.publish(topic, payload, 1, false);
        return;
      } catch (MqttException e) {
        if (e.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT
            || System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** Publishes readings of one sensor with the values and sequence numbers given. */
  void publishReadings(int from, int to) throws Exception {
    for (int i = from; i <= to; i++) {
      String payload = "{\"value\":%d,\"at\":1795329000000,\"seq\":%d}".formatted(i, i);
      publish("gemba/demo/press/force", payload.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Publishes readings and returns when the broker has delivered them all to another client. */
  void publishReadingsWitnessed(int from, int to) throws Exception {
    delivered = new CountDownLatch(to - from + 1);
    client.subscribe("gemba/#", 1);
    publishReadings(from, to);
    if (!delivered.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError(delivered.getCount() + " messages were not delivered");
    }
    client.unsubscribe("gemba/#");
  }

  /** Listens to a topic; the latch opens when a message has come on it. */
  CountDownLatch listen(String topic) throws MqttException {
    delivered = new CountDownLatch(1);
    client.subscribe(topic, 1);
    return delivered;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    delivered.countDown();
  }

  @Override
  public void close() throws MqttException {
    client.disconnect();
    client.close();
  }

  /** A site file that names nothing yet. */
  static Site site() {
    return new Site(
        "demo",
        "Demo",
        "EUR",
        ZoneOffset.UTC,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new SiteCalendar(List.of()),
        null);
  }
}

package io.gemba.sensors.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.sensors.mqtt.TestCallback;
import io.gemba.sensors.simulation.DeviceClient.Message;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulated devices against a real broker. */
@Timeout(120)
class DeviceClientIT {
  private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private String url = "";

  @BeforeEach
  void choosePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      url = "tcp://127.0.0.1:" + socket.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  @Test
  void publish_manyMessages_allArriveAndFirstComeInOrder() throws Exception {
    startBroker();
    MqttAsyncClient listener = listen("t/#");
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      messages.add(new Message("t/" + i % 3, "m-" + i));
    }

    try (DeviceClient device = new DeviceClient(mqtt(), "device")) {
      assertThat(device.publish(messages)).isTrue();
    }

    Set<Message> distinct = new LinkedHashSet<>();
    while (distinct.size() < messages.size()) {
      distinct.addAll(take(1));
    }
    assertThat(distinct).containsExactlyElementsOf(messages);
    listener.disconnectForcibly(100, 100, true);
    listener.close(true);
  }

  @Test
  void publish_brokerComesLater_waitsForIt() throws Exception {
    DeviceClient device = new DeviceClient(mqtt(), "device");
    CompletableFuture<Boolean> sent = publish(device);

    startBroker();

    assertThat(sent.get(60, TimeUnit.SECONDS)).isTrue();
    device.close();
  }

  @Test
  void close_brokerIsAway_endsThePublish() throws Exception {
    DeviceClient device = new DeviceClient(mqtt(), "device");
    CompletableFuture<Boolean> sent = publish(device);

    device.close();

    assertThat(sent.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void plantFeed_aFewSteps_publishesEachSensorAndMachine() throws Exception {
    startBroker();
    MqttAsyncClient listener = listen("gemba/venlo/+/+");
    Site site = TestSites.demo();
    Clock clock = Clock.systemUTC();
    PlantModel model =
        new PlantModel(site, new PlantModel.Start(1, clock.millis(), 20), new Faults());
    PlantFeed feed = new PlantFeed("venlo", model, 50, clock, new DeviceClient(mqtt(), "plant"));
    Thread thread = new Thread(feed);

    thread.start();
    Set<String> topics = new TreeSet<>();
    while (topics.size() < 48) {
      take(1).forEach(message -> topics.add(message.topic()));
    }
    feed.close();
    thread.join(10_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(topics).contains("gemba/venlo/filler-2/state", "gemba/venlo/cooker-1/vibration");
    listener.disconnectForcibly(100, 100, true);
    listener.close(true);
  }

  private CompletableFuture<Boolean> publish(DeviceClient device) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return device.publish(List.of(new Message("t/1", "hello")));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Settings.Mqtt mqtt() {
    return new Settings.Mqtt(false, url, null, null);
  }

  private void startBroker() throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false);
    configuration.setSecurityEnabled(false);
    configuration.addAcceptorConfiguration("mqtt", url + "?protocols=MQTT");
    broker.setConfiguration(configuration);
    broker.start();
  }

  private List<Message> take(int count) throws InterruptedException {
    List<Message> taken = new ArrayList<>();
    while (taken.size() < count) {
      Message next = arrived.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("message %d", taken.size()).isNotNull();
      taken.add(next);
    }
    return taken;
  }

  private MqttAsyncClient listen(String filter) throws MqttException {
    MqttAsyncClient listener = new MqttAsyncClient(url, "listener", new MemoryPersistence());
    listener.setCallback(new Arrivals());
    listener.connect().waitForCompletion(30_000);
    listener
        .subscribe(new MqttSubscription[] {new MqttSubscription(filter, 1)})
        .waitForCompletion(30_000);
    return listener;
  }

  /** Keeps what comes. */
  private final class Arrivals implements TestCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      arrived.add(new Message(topic, new String(message.getPayload(), UTF_8)));
    }
  }
}

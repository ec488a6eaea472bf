package io.gemba.sensors.simulation;

import io.gemba.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device's side of MQTT 5: publishes at QoS 1 and waits for the acknowledgements. When the broker
 * is away it connects again and repeats what was not acknowledged, so that nothing is lost and some
 * messages come twice. For one thread; {@link #close} may come from another.
 */
public final class DeviceClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceClient.class);
  private static final int AT_LEAST_ONCE = 1;
  private static final int IN_FLIGHT = 200;
  private static final long ACK_MILLIS = 10_000;
  private static final long CONNECT_MILLIS = 5_000;
  private static final long RETRY_MILLIS = 1_000;

  private final Settings.Mqtt settings;
  private final String clientId;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable MqttAsyncClient client;
  private boolean complained;

  /**
   * What is published.
   *
   * @param topic without wildcards
   * @param payload UTF-8 text
   */
  public record Message(String topic, String payload) {}

  /**
   * @param clientId unique at the broker
   */
  public DeviceClient(Settings.Mqtt settings, String clientId) {
    this.settings = settings;
    this.clientId = clientId;
  }

  /** A reading as devices write it by default: value, epoch milliseconds, sequence number. */
  public static String readingPayload(double value, long atMillis, long seq) {
    return "{\"value\":" + value + ",\"at\":" + atMillis + ",\"seq\":" + seq + "}";
  }

  /**
   * Publishes in order and returns once all are acknowledged.
   *
   * @return false when it was closed before that
   */
  public boolean publish(List<Message> messages) throws InterruptedException {
    int acknowledged = 0;
    while (acknowledged < messages.size() && closed.getCount() > 0) {
      try {
        acknowledged += publishSome(messages.subList(acknowledged, messages.size()));
        complained = false;
      } catch (MqttException e) {
        complain(e);
        drop();
        closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    return acknowledged == messages.size();
  }

  /** Ends a running {@link #publish} and the connection. */
  @Override
  public void close() {
    closed.countDown();
    drop();
  }

  /** Publishes one window, so that a broken connection repeats little. */
  private int publishSome(List<Message> messages) throws MqttException {
    MqttAsyncClient connected = connected();
    int count = Math.min(IN_FLIGHT, messages.size());
    Deque<IMqttToken> waiting = new ArrayDeque<>(count);
    for (Message message : messages.subList(0, count)) {
      byte[] payload = message.payload().getBytes(StandardCharsets.UTF_8);
      waiting.add(connected.publish(message.topic(), payload, AT_LEAST_ONCE, false));
    }
    for (IMqttToken token : waiting) {
      token.waitForCompletion(ACK_MILLIS);
    }
    return count;
  }

  private MqttAsyncClient connected() throws MqttException {
    MqttAsyncClient existing = client;
    if (existing != null && existing.isConnected()) {
      return existing;
    }
    drop();
    MqttAsyncClient fresh = new MqttAsyncClient(settings.url(), clientId, new MemoryPersistence());
    client = fresh;
    fresh.connect(options()).waitForCompletion(CONNECT_MILLIS);
    return fresh;
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout((int) TimeUnit.MILLISECONDS.toSeconds(CONNECT_MILLIS));
    options.setKeepAliveInterval(20);
    if (settings.username() != null) {
      options.setUserName(settings.username());
    }
    if (settings.passwordFile() != null) {
      options.setPassword(password(settings.passwordFile()).getBytes(StandardCharsets.UTF_8));
    }
    return options;
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read mqtt.passwordFile (%s).".formatted(file), e);
    }
  }

  private void complain(MqttException problem) {
    if (!complained && closed.getCount() > 0) {
      complained = true;
      LOG.warn(
          "MQTT broker {} does not answer ({}). Trying again.",
          settings.url(),
          problem.getMessage());
    }
  }

  private void drop() {
    MqttAsyncClient old = client;
    client = null;
    if (old == null) {
      return;
    }
    try {
      if (old.isConnected()) {
        old.disconnectForcibly(200, 300, true);
      }
      old.close(true);
    } catch (MqttException e) {
      LOG.debug("Closing a connection to {} failed.", settings.url(), e);
    }
  }
}

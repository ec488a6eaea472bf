package io.gemba.sensors.mqtt;

import io.gemba.settings.Secret;
import io.gemba.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One client of a shared subscription, kept connected until it is closed. The broker keeps its
 * session for a day, so that messages that were not acknowledged come again to the next client of
 * the same group and number.
 */
public final class SharedSubscription implements AutoCloseable {
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final MqttSubscriber subscriber;

  private SharedSubscription(MqttSubscriber subscriber) {
    this.subscriber = subscriber;
  }

  /**
   * Which messages to take.
   *
   * @param group shares the messages among its members; unique on the broker
   * @param filters without the {@code $share} part
   * @param receiveMaximum messages that are not acknowledged, at most; 1 to 65535
   */
  public record Wanted(String group, List<String> filters, int receiveMaximum) {
    /** Copies the filters. */
    public Wanted {
      filters = List.copyOf(filters);
    }
  }

  /**
   * Starts taking messages. Returns at once; a broker that is away is tried again without end.
   *
   * @param broker where it is; the password is that of {@code GEMBA_MQTT_PASSWORD} or its file
   * @param number of this member of the group; no two may have the same
   * @param receiver called by the client's own thread, one message at a time
   */
  public static SharedSubscription open(
      Settings.Mqtt broker, Wanted wanted, int number, Receiver receiver) {
    @Nullable Path file = broker.passwordFile();
    MqttAccess access =
        new MqttAccess(
            broker.url(),
            broker.username(),
            Secret.find(System.getenv(), "GEMBA_MQTT_PASSWORD", file).orElse(null),
            wanted.group(),
            wanted.filters().stream()
                .map(filter -> "$share/" + wanted.group() + "/" + filter)
                .toList(),
            wanted.receiveMaximum());
    MqttSubscriber subscriber =
        new MqttSubscriber(access, number, receiver, new Counters(), new ReentrantLock());
    subscriber.start();
    return new SharedSubscription(subscriber);
  }

  /** Whether the client is connected and subscribed. */
  public boolean isConnected() {
    return subscriber.isSubscribed();
  }

  /** Takes no more, sends what acknowledgements are due and disconnects, within 3 seconds. */
  @Override
  public void close() {
    subscriber.stopTaking();
    subscriber.stop();
    try {
      subscriber.join(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

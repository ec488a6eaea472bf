package io.gemba.sensors.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the broker and what to ask of it.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param username null when none is needed
 * @param password null when none is needed
 * @param clientPrefix what the client ids begin with; the broker keeps a session for each
 * @param filters what to subscribe to, shared subscriptions included
 * @param receiveMaximum messages the broker may have on the way to one client, 1 to 65535
 */
record MqttAccess(
    String url,
    @Nullable String username,
    @Nullable String password,
    String clientPrefix,
    List<String> filters,
    int receiveMaximum) {
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration SESSION_EXPIRY = Duration.ofDays(1);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  MqttAccess {
    filters = List.copyOf(filters);
  }

  /**
   * The id of one of the clients. It changes with the filters, so that a session never has others
   * than these.
   *
   * @param number 0 is the first
   */
  String clientId(int number) {
    return "%s-%08x-%d".formatted(clientPrefix, filters.hashCode(), number);
  }

  MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(SESSION_EXPIRY.toSeconds());
    options.setReceiveMaximum(receiveMaximum);
    options.setAutomaticReconnect(false); // it would keep message ids across connections
    options.setUseSubscriptionIdentifiers(false);
    options.setKeepAliveInterval((int) KEEP_ALIVE.toSeconds());
    options.setConnectionTimeout((int) CONNECT_TIMEOUT.toSeconds());
    if (username != null) {
      options.setUserName(username);
    }
    if (password != null) {
      options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    }
    return options;
  }
}

package io.gemba.sensors.mqtt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How brokers that refuse are told apart. */
@Timeout(60)
final class MqttConnectionTest {
  private static final int FIXED_HEADER = 2;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "20 02 00 01", // MQTT 3.1.1: unacceptable protocol version
        "20 03 00 84 00" // MQTT 5: unsupported protocol version
      })
  void brokerWithoutMqtt5_isNamedWithTheFix(String connack) throws Exception {
    try (ServerSocket broker = answering(connack)) {
      String url = "tcp://127.0.0.1:" + broker.getLocalPort();

      assertThatThrownBy(() -> open(url))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll(url, "no MQTT 5", "bridge");
    }
  }

  @Test
  void wrongPassword_isWhatTheBrokerSays() throws Exception {
    try (ServerSocket broker = answering("20 03 00 87 00")) {
      assertThatThrownBy(() -> open("tcp://127.0.0.1:" + broker.getLocalPort()))
          .isInstanceOf(MqttException.class)
          .hasMessageContaining("Not authorized");
    }
  }

  private static void open(String url) throws Exception {
    MqttAccess access = new MqttAccess(url, null, null, "test", List.of("gemba/#"), 5);
    MqttConnection connection =
        new MqttConnection(url, access.clientId(0), (topic, payload, delivery) -> {});
    try {
      connection.open(access);
    } finally {
      connection.cut();
    }
  }

  /** Answers the first packet of one client. */
  private static ServerSocket answering(String connack) throws IOException {
    ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> answer(broker, connack), "refusing-broker");
    thread.setDaemon(true);
    thread.start();
    return broker;
  }

  private static void answer(ServerSocket broker, String connack) {
    try (Socket client = broker.accept()) {
      int length = client.getInputStream().readNBytes(FIXED_HEADER)[1];
      client.getInputStream().readNBytes(length);
      for (String octet : connack.split(" ", -1)) {
        client.getOutputStream().write(Integer.parseInt(octet, 16));
      }
      client.getInputStream().read();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

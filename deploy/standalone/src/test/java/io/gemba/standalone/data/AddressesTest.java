package io.gemba.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.standalone.CannotStartException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddressesTest {
  private static final Map<String, String> FREE =
      Map.of(
          "GEMBA_WEB_PORT", "0",
          "GEMBA_MQTT_URL", "tcp://127.0.0.1:0",
          "GEMBA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:0",
          "GEMBA_FLINK_PORT", "0",
          "GEMBA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:0/gemba",
          "GEMBA_TIME_SERIES_URL", "http://127.0.0.1:0");

  @Test
  void resolve_portZero_takesAFreeOneEverywhere() {
    Settings resolved = Addresses.resolve(SettingsFile.read(null, FREE));

    assertThat(resolved.web().port()).isPositive();
    assertThat(resolved.flink().port()).isPositive();
    assertThat(resolved.mqtt().url()).matches("tcp://127.0.0.1:[1-9]\\d+");
    assertThat(resolved.kafka().bootstrapServers()).matches("127.0.0.1:[1-9]\\d+");
    assertThat(resolved.database().url()).matches("jdbc:postgresql://127.0.0.1:[1-9]\\d+/gemba");
    assertThat(resolved.timeSeries().url()).matches("http://127.0.0.1:[1-9]\\d+");
  }

  @Test
  void resolve_portInUse_namesPortAndSetting() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = new HashMap<>(FREE);
      environment.put("GEMBA_MQTT_URL", "tcp://127.0.0.1:" + taken.getLocalPort());

      assertThatThrownBy(() -> Addresses.resolve(SettingsFile.read(null, environment)))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " of mqtt.url")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void resolve_partElsewhere_isLeftAlone() throws Exception {
    try (ServerSocket remote = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = new HashMap<>(FREE);
      String address = "127.0.0.1:" + remote.getLocalPort();
      environment.put("GEMBA_KAFKA_EMBEDDED", "false");
      environment.put("GEMBA_KAFKA_BOOTSTRAP_SERVERS", address);

      Settings resolved = Addresses.resolve(SettingsFile.read(null, environment));

      assertThat(resolved.kafka().bootstrapServers()).isEqualTo(address);
    }
  }

  @Test
  void port_ofAnyAddress_isFound() {
    assertThat(Addresses.port("jdbc:postgresql://127.0.0.1:7404/gemba")).isEqualTo(7404);
    assertThat(Addresses.port("tcp://127.0.0.1:7401")).isEqualTo(7401);
  }
}

package io.gemba.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void defaults_areLoopbackAndEmbedded() {
    Settings settings = SettingsFile.read(null, Map.of());

    assertThat(settings.web()).isEqualTo(new Settings.Web("127.0.0.1", 7400));
    assertThat(settings.mqtt())
        .isEqualTo(new Settings.Mqtt(true, "tcp://127.0.0.1:7401", null, null));
    assertThat(settings.kafka()).isEqualTo(new Settings.Kafka(true, "127.0.0.1:7402"));
    assertThat(settings.flink())
        .isEqualTo(new Settings.Flink(true, "127.0.0.1", 7403, 2, 10, "hashmap", "kafka"));
    assertThat(settings.database().embedded()).isTrue();
    assertThat(settings.timeSeries().embedded()).isTrue();
    assertThat(settings.gateway().mappings()).hasSize(2);
    assertThat(settings.planner().rosterDays()).isEqualTo(14);
    assertThat(settings.simulation().historyDays()).isEqualTo(730);
  }

  @Test
  void file_changesOnlyItsKeys() throws IOException {
    Path file = write("web:\n  port: 8080\nkafka: {embedded: false, bootstrapServers: 'k:9092'}\n");

    Settings settings = SettingsFile.read(file, Map.of());

    assertThat(settings.web()).isEqualTo(new Settings.Web("127.0.0.1", 8080));
    assertThat(settings.kafka()).isEqualTo(new Settings.Kafka(false, "k:9092"));
    assertThat(settings.flink().parallelism()).isEqualTo(2);
  }

  @Test
  void environment_winsOverFile() throws IOException {
    Path file = write("web:\n  port: 8080\n");
    Map<String, String> environment =
        Map.of("GEMBA_WEB_PORT", "9090", "GEMBA_KAFKA_BOOTSTRAP_SERVERS", "other:1");

    Settings settings = SettingsFile.read(file, environment);

    assertThat(settings.web().port()).isEqualTo(9090);
    assertThat(settings.kafka().bootstrapServers()).isEqualTo("other:1");
  }

  @Test
  void wrongValues_areAllReported() throws IOException {
    Path file = write("web: {port: 70000}\nflink: {stateBackend: disk}\nplaner: {}\n");

    assertThatThrownBy(() -> SettingsFile.read(file, Map.of("GEMBA_MQTT_URL", "localhost")))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("1: web.port: 70000 must be at most 65535.")
        .hasMessageContaining("2: flink.stateBackend: 'disk' must be hashmap or rocksdb.")
        .hasMessageContaining("3: planer: 'planer' is not known here. Maybe 'planner' was meant.")
        .hasMessageContaining("mqtt.url: 'localhost' must look like tcp://");
  }

  @Test
  void secret_comesFromEnvironmentBeforeFile() throws IOException {
    Path file = write("from-file\n");

    assertThat(Secret.find(Map.of("GEMBA_X", "from-env"), "GEMBA_X", file)).contains("from-env");
    assertThat(Secret.find(Map.of(), "GEMBA_X", file)).contains("from-file");
    assertThat(Secret.find(Map.of(), "GEMBA_X", null)).isEmpty();
  }

  @Test
  void missingSecretFile_isNamed() {
    Path missing = folder.resolve("token");

    assertThatThrownBy(() -> Secret.find(Map.of(), "GEMBA_X", missing))
        .hasMessageContaining("token")
        .hasMessageContaining("GEMBA_X");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), text);
  }
}

package io.gemba.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.standalone.CannotStartException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningTest {
  @TempDir Path folder;

  private final Settings settings = SettingsFile.read(null, Map.of());

  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    Running running = Running.of(settings, folder.resolve("site.yaml"));

    running.write(folder);

    assertThat(Running.read(folder)).isEqualTo(running);
    assertThat(running.web()).isEqualTo("http://127.0.0.1:7400");
  }

  @Test
  void read_processIsGone_saysThatNoneRuns() throws Exception {
    Running of = Running.of(settings, folder.resolve("site.yaml"));
    long goneNow = startedAndGone();
    new Running(
            goneNow,
            of.web(),
            of.mqtt(),
            of.kafka(),
            of.timeSeries(),
            of.flink(),
            of.database(),
            of.siteFile())
        .write(folder);

    assertThatThrownBy(() -> Running.read(folder))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("No Gemba runs on the data folder " + folder);
  }

  @Test
  void read_noFile_saysHowToStart() {
    assertThatThrownBy(() -> Running.read(folder))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("gemba up");
  }

  @Test
  void applyTo_settings_takesTheAddressesAndNothingIsEmbedded() {
    Running running =
        new Running(1, "w", "tcp://h:1", "h:2", "http://h:3", "f", "jdbc:postgresql://h:4/g", "s");

    Settings applied = running.applyTo(settings);

    assertThat(applied.mqtt().url()).isEqualTo("tcp://h:1");
    assertThat(applied.kafka()).isEqualTo(new Settings.Kafka(false, "h:2"));
    assertThat(applied.timeSeries().url()).isEqualTo("http://h:3");
    assertThat(applied.gateway()).isEqualTo(settings.gateway());
  }

  private static long startedAndGone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }
}

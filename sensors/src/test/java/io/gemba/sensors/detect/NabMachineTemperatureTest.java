package io.gemba.sensors.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Episode;
import io.gemba.message.Json;
import io.gemba.message.Reading;
import io.gemba.sensors.quality.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A real machine that failed: Numenta Anomaly Benchmark 1.1, machine temperature, 22,695 readings.
 */
final class NabMachineTemperatureTest {
  private static final String SERIES = "realKnownCause/machine_temperature_system_failure.csv";
  private static final Limits LIMITS = new Limits(-50, 200, 300);

  private record Window(Instant from, Instant to) {
    boolean holds(Instant moment) {
      return !moment.isBefore(from) && !moment.isAfter(to);
    }
  }

  @Test
  void realFailures_labelledWindows_mostAreFoundWithFewAlarms() throws IOException {
    Path folder = Path.of(System.getProperty("gemba.data"), "sensors", "nab");
    Assumptions.assumeTrue(Files.isDirectory(folder), "benchmark data is not here");
    List<Window> windows = windows(folder);
    List<Episode> episodes = new ArrayList<>();
    SensorWatch watch = new SensorWatch();

    for (Reading reading : readings(folder)) {
      watch.observe(reading, LIMITS, episodes::add);
    }

    List<Instant> alarms =
        episodes.stream()
            .filter(e -> e.kind() == Episode.Kind.ANOMALY && e.revision() == 0)
            .map(Episode::onset)
            .toList();
    long found = windows.stream().filter(window -> alarms.stream().anyMatch(window::holds)).count();
    assertThat(found).as("windows found by alarms at %s", alarms).isGreaterThanOrEqualTo(3);
    assertThat(alarms).hasSizeLessThan(10);
  }

  private static List<Window> windows(Path folder) throws IOException {
    JsonNode labels = Json.mapper().readTree(folder.resolve("combined_windows.json").toFile());
    List<Window> windows = new ArrayList<>();
    for (JsonNode window : labels.get(SERIES)) {
      windows.add(new Window(time(window.get(0).asText()), time(window.get(1).asText())));
    }
    return windows;
  }

  private static List<Reading> readings(Path folder) throws IOException {
    List<Reading> readings = new ArrayList<>();
    Path file = folder.resolve("data").resolve(SERIES + ".gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      lines.readLine();
      String line;
      while ((line = lines.readLine()) != null) {
        int comma = line.indexOf(',');
        double value = Double.parseDouble(line.substring(comma + 1));
        long at = time(line.substring(0, comma)).toEpochMilli();
        readings.add(new Reading("m/temperature", at, value, readings.size(), 0));
      }
    }
    return readings;
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text.substring(0, 19).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}

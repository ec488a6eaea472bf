package io.gemba.standalone.cli;

import io.gemba.sensors.simulation.DemoSite;
import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.data.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A data folder for one measurement, with the demo site and free ports; deleted when closed. */
final class BenchFolder implements AutoCloseable {
  private final Path folder;
  private final Settings settings;
  private final Site site;

  /**
   * Makes the folder; the log goes there too.
   *
   * @param special settings of this measurement, by their environment names
   */
  BenchFolder(Map<String, String> special) throws IOException {
    folder = Files.createTempDirectory("gemba-bench");
    Logs.toFolder(folder.resolve("logs"));
    Map<String, String> wanted = new HashMap<>(special);
    wanted.put("GEMBA_DATA", folder.toString());
    wanted.put("GEMBA_WEB_PORT", "0");
    wanted.put("GEMBA_MQTT_URL", "tcp://127.0.0.1:0");
    wanted.put("GEMBA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:0");
    wanted.put("GEMBA_FLINK_PORT", "0");
    wanted.put("GEMBA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:0/gemba");
    wanted.put("GEMBA_TIME_SERIES_URL", "http://127.0.0.1:0");
    settings = Addresses.resolve(SettingsFile.read(null, wanted));
    site = SiteFile.read(DemoSite.copyTo(folder.resolve("site.yaml")));
  }

  Settings settings() {
    return settings;
  }

  Site site() {
    return site;
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}

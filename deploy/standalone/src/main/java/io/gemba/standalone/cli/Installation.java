package io.gemba.standalone.cli;

import io.gemba.settings.Settings;
import io.gemba.settings.SettingsFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which installation a command is about. */
final class Installation {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings to change; see config/README.md.")
  private @Nullable Path settingsFile;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of everything that is kept. Default: gemba-data.")
  private @Nullable Path data;

  /** Defaults, then the file, then the environment, then the options. */
  Settings settings() {
    return settings(Map.of());
  }

  /**
   * As {@link #settings()}, with further options over it.
   *
   * @param options by the environment's names, for example {@code GEMBA_WEB_PORT}
   */
  Settings settings(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(System.getenv());
    if (data != null) {
      all.put("GEMBA_DATA", data.toString());
    }
    all.putAll(options);
    return SettingsFile.read(settingsFile, all);
  }
}

package io.gemba.settings;

import io.gemba.yaml.RecordBinder;
import io.gemba.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings: defaults, then a file, then the environment, each over the one before. */
public final class SettingsFile {
  private static final Path DEFAULTS = Path.of("defaults.yaml");

  private SettingsFile() {}

  /**
   * Reads and checks the settings.
   *
   * @param file YAML with the keys to change; null takes the defaults
   * @param environment variables; {@code GEMBA_WEB_PORT} overrides {@code web.port}
   * @throws io.gemba.yaml.InvalidFileException with every error, each with line, path, value and
   *     fix; an unknown {@code GEMBA_} variable is none, since other programs may use the prefix
   */
  public static Settings read(@Nullable Path file, Map<String, String> environment) {
    YamlDocument document = YamlDocument.parse(DEFAULTS, defaults());
    if (file != null) {
      document = document.overlaidBy(YamlDocument.read(file));
    }
    document = document.overlaidBy(environment, "GEMBA");
    Settings settings = RecordBinder.bind(document, Settings.class);
    document.throwIfInvalid();
    if (settings == null) {
      throw new IllegalStateException("A document without problems gave no settings");
    }
    return settings;
  }

  private static String defaults() {
    try (InputStream in = SettingsFile.class.getResourceAsStream("defaults.yaml")) {
      if (in == null) {
        throw new IllegalStateException("defaults.yaml is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read defaults.yaml", e);
    }
  }
}

package io.gemba.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A password or token: from the environment, else from the file that the settings name. */
public final class Secret {
  private Secret() {}

  /**
   * Finds a secret.
   *
   * @param variable for example {@code GEMBA_MQTT_PASSWORD}
   * @param file text file with nothing but the secret, or null
   * @return empty when neither gives one
   * @throws UncheckedIOException naming the file if it cannot be read
   */
  public static Optional<String> find(
      Map<String, String> environment, String variable, @Nullable Path file) {
    String value = environment.get(variable);
    if (value != null && !value.isEmpty()) {
      return Optional.of(value);
    }
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the secret in " + file + ". Check the path, or set " + variable + ".", e);
    }
  }
}

package io.gemba.sensors.replay;

import java.nio.file.Path;

/**
 * A row, or a value in it, that was left out.
 *
 * @param file where
 * @param line 1 is the first
 * @param value as it stands there
 * @param reason what is wrong and the fix
 */
public record RejectedRow(Path file, long line, String value, String reason) {
  @Override
  public String toString() {
    return "%s:%d: '%s': %s".formatted(file, line, value, reason);
  }
}

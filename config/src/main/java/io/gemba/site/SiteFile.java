package io.gemba.site;

import java.nio.file.Path;

/** Reads a site file. */
public final class SiteFile {
  private SiteFile() {}

  /**
   * Reads and checks a site file.
   *
   * @param file YAML, UTF-8
   * @throws io.gemba.settings.InvalidFileException with every error in it, each with file, line,
   *     path, value and fix
   */
  public static Site read(Path file) {
    throw new IllegalStateException("being written: " + file);
  }
}

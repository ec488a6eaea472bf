package io.gemba.sensors.simulation;

import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sites for tests. */
public final class TestSites {
  private TestSites() {}

  /** The demo site, bound strictly: an unknown key fails. */
  public static Site demo() {
    try {
      Path file = Files.createTempFile("demo-site", ".yaml");
      try {
        return read(DemoSite.copyTo(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any site file, bound strictly. */
  public static Site read(Path file) {
    return SiteFile.read(file);
  }
}

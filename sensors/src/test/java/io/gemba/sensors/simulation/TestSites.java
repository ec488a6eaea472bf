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

  /** The demo site, read as a user's file is. */
  public static Site demo() {
    try {
      Path file = Files.createTempFile("demo-site", ".yaml");
      try {
        return SiteFile.read(DemoSite.copyTo(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

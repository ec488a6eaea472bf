package io.gemba.sensors.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The site that Gemba shows when it is given none: a food business around Venlo. */
public final class DemoSite {
  private static final String RESOURCE = "demo-site.yaml";

  private DemoSite() {}

  /**
   * Writes the demo's site file; a file that is there is replaced, missing folders are made.
   *
   * @param file where to
   * @return the same path
   * @throws IOException when it cannot be written
   */
  public static Path copyTo(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (InputStream in = DemoSite.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(RESOURCE + " is not in the program's jar. Build it again.");
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}

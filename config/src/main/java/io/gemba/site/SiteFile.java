package io.gemba.site;

import io.gemba.yaml.RecordBinder;
import io.gemba.yaml.YamlDocument;
import java.nio.file.Path;

/** Reads a site file. */
public final class SiteFile {
  private SiteFile() {}

  /**
   * Reads and checks a site file.
   *
   * @param file YAML, UTF-8
   * @throws io.gemba.yaml.InvalidFileException with every error in it, each with file, line, path,
   *     value and fix
   */
  public static Site read(Path file) {
    return check(YamlDocument.read(file));
  }

  /**
   * Like {@link #read}, from a text.
   *
   * @param file named in errors
   */
  public static Site parse(Path file, String text) {
    return check(YamlDocument.parse(file, text));
  }

  private static Site check(YamlDocument document) {
    Site site = RecordBinder.bind(document, Site.class);
    new SiteRules(document).check();
    new RosterRules(document).check();
    new RouteRules(document).check();
    document.throwIfInvalid();
    if (site == null) {
      throw new IllegalStateException("A document without problems gave no site");
    }
    return site;
  }
}

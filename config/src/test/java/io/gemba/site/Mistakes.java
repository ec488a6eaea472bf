package io.gemba.site;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gemba.yaml.InvalidFileException;
import java.nio.file.Path;
import java.util.List;

/** What is wrong with the text of a site file. */
final class Mistakes {
  static final Path FILE = Path.of("site.yaml");

  private Mistakes() {}

  static InvalidFileException failure(String text) {
    return catchThrowableOfType(InvalidFileException.class, () -> SiteFile.parse(FILE, text));
  }

  /** In the order they are told. */
  static List<String> paths(InvalidFileException failure) {
    return failure.problems().stream().map(InvalidFileException.Problem::path).toList();
  }
}

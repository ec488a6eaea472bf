package io.gemba.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file of the user has errors; the message lists all of them, one a line. */
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * One error.
   *
   * @param line 1 is the first
   * @param path where in the file, for example {@code items[3].packSize}
   * @param message what is wrong, with the value, and the fix
   */
  public record Problem(int line, String path, String message) {}

  /**
   * @param file the file
   * @param problems at least one
   */
  public InvalidFileException(Path file, List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> "%s:%d: %s: %s".formatted(file, p.line(), p.path(), p.message()))
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /** The errors, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}

package io.gemba.routes.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Best known values: the file {@code bks.csv} beside the instances. */
public final class BestKnown {
  private static final int COLUMNS = 4;
  private final Map<String, Value> values = new HashMap<>();

  /**
   * One best known plan.
   *
   * @param vehicles 0 where the convention does not count them
   * @param distance in the file's unit
   */
  public record Value(int vehicles, double distance) {}

  /**
   * Reads the values beside an instance; no file = none known.
   *
   * @throws IOException naming file and line that cannot be read
   */
  public static BestKnown beside(Path instanceFile) throws IOException {
    BestKnown known = new BestKnown();
    Path file = instanceFile.resolveSibling("bks.csv");
    if (Files.exists(file)) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        if (number++ > 0 && !line.isBlank()) {
          known.add(file, number, line.split(",", COLUMNS + 1));
        }
      }
    }
    return known;
  }

  private void add(Path file, int line, String[] cells) throws IOException {
    try {
      values.put(
          key(cells[0], cells[3]),
          new Value(
              cells[1].isBlank() ? 0 : Integer.parseInt(cells[1]), Double.parseDouble(cells[2])));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("%s line %d is no best known value.".formatted(file, line), e);
    }
  }

  /** The value of an instance in a convention. */
  public Optional<Value> find(String instance, Convention convention) {
    return Optional.ofNullable(values.get(key(instance, convention.label())));
  }

  private static String key(String instance, String convention) {
    return instance + " " + convention;
  }
}

package io.gemba.rosters.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A folder of benchmark files with the best known values beside them. */
public final class BenchmarkSet {
  private static final String BEST_KNOWN = "bks.csv";

  private final Path folder;
  private final Map<String, Long> bestKnown = new LinkedHashMap<>();

  /**
   * Opens a set.
   *
   * @param folder one that holds {@code bks.csv} and a folder a family, or whose folder {@code
   *     rostering} does
   * @throws IllegalArgumentException if there is no such file
   */
  public static BenchmarkSet open(Path folder) throws IOException {
    for (Path candidate : List.of(folder, folder.resolve("rostering"))) {
      if (Files.exists(candidate.resolve(BEST_KNOWN))) {
        return new BenchmarkSet(candidate);
      }
    }
    throw new IllegalArgumentException(
        "'%s' holds no %s. Name the folder with the rostering benchmarks."
            .formatted(folder, BEST_KNOWN));
  }

  private BenchmarkSet(Path folder) throws IOException {
    this.folder = folder;
    for (String line : Files.readAllLines(folder.resolve(BEST_KNOWN))) {
      String[] field = line.split(",", -1);
      if (field.length > 5 && field[5].matches("\\d+")) {
        bestKnown.put(field[1], Long.valueOf(field[5]));
      }
    }
  }

  /** Names of all instances in the folder, Curtois first, each family by number then name. */
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (Family family : Family.values()) {
      Path files = folder.resolve(family.folder);
      if (Files.isDirectory(files)) {
        try (Stream<Path> list = Files.list(files)) {
          list.map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".txt"))
              .map(name -> name.substring(0, name.length() - ".txt".length()))
              .sorted(BenchmarkSet::byNumber)
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  private static int byNumber(String a, String b) {
    int byKind = a.replaceAll("\\d", "").compareTo(b.replaceAll("\\d", ""));
    return byKind != 0 ? byKind : Integer.compare(number(a), number(b));
  }

  private static int number(String name) {
    String digits = name.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /**
   * Reads an instance.
   *
   * @throws IllegalArgumentException if no family has it
   */
  public Benchmark read(String name) throws IOException {
    for (Family family : Family.values()) {
      Path file = folder.resolve(family.folder).resolve(name + ".txt");
      if (Files.exists(file)) {
        return family.read(file);
      }
    }
    throw new IllegalArgumentException(
        "There is no instance '%s' in '%s'. Known are %s.".formatted(name, folder, names()));
  }

  /** The best known value of an instance. */
  public OptionalLong bestKnown(String name) {
    Long value = bestKnown.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** A family of files. */
  public enum Family {
    /** Curtois and Qu 2014. */
    CURTOIS("curtois", "SECTION_HORIZON"),
    /** Haspeslagh et al. 2010. */
    INRC1("inrc1", "SCHEDULING_PERIOD");

    private final String folder;
    private final String title;

    Family(String folder, String title) {
      this.folder = folder;
      this.title = title;
    }

    /** The family whose titles a text has; empty = none. */
    public static Optional<Family> of(String text) {
      return Stream.of(values()).filter(family -> text.contains(family.title)).findFirst();
    }

    /** Reads one of its files. */
    public Benchmark read(Path file) throws IOException {
      return this == CURTOIS ? CurtoisInstance.read(file) : InrcInstance.read(file);
    }
  }
}

package io.gemba.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One parsed file and the errors found in it so far. Not thread safe.
 *
 * <p>Aliases are refused: they let a short file grow without bound.
 */
public final class YamlDocument {
  private final Path file;
  private final @Nullable Node root;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();
  private final List<InvalidFileException.Problem> problems = new ArrayList<>();

  private YamlDocument(Path file, @Nullable Node root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidFileException if it is missing, not UTF-8 or not YAML
   */
  public static YamlDocument read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw failed(file, 1, "The file does not exist. Check the path.");
    } catch (MalformedInputException e) {
      throw failed(file, 1, "The file is not UTF-8 text. Save it as UTF-8.");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * Parses a text.
   *
   * @param file named in errors
   * @throws InvalidFileException if it is not YAML
   */
  public static YamlDocument parse(Path file, String text) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(true).setMaxAliasesForCollections(0).build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      return new YamlDocument(file, node.orElse(null));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw failed(file, line, "This is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      throw failed(file, 1, "This is not YAML: " + e.getMessage() + ".");
    }
  }

  private static InvalidFileException failed(Path file, int line, String message) {
    return new InvalidFileException(
        file, List.of(new InvalidFileException.Problem(line, "(file)", message)));
  }

  /** This document with the keys of another over it; errors name the other's file and lines. */
  public YamlDocument overlaidBy(YamlDocument above) {
    if (root == null || above.root == null) {
      return above.root == null ? this : above;
    }
    return new YamlDocument(above.file, Overlay.merge(root, above.root));
  }

  /**
   * This document with single values replaced by variables: {@code web.port} by {@code
   * PREFIX_WEB_PORT}.
   */
  public YamlDocument overlaidBy(Map<String, String> environment, String prefix) {
    return root == null ? this : new YamlDocument(file, Overlay.merge(root, environment, prefix));
  }

  Optional<Node> root() {
    return Optional.ofNullable(root);
  }

  /** The file named in errors. */
  public Path file() {
    return file;
  }

  /** Remembers the line of a path, for errors found later. */
  void locate(String path, Node node) {
    lines.put(path, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  /** Remembers what was read at a path, for rules between values. */
  void keep(String path, Object value) {
    values.put(path, value);
  }

  /** The value read at a path; empty if there is none that can be read. */
  public <T> Optional<T> find(String path, Class<T> type) {
    return Optional.ofNullable(values.get(path)).filter(type::isInstance).map(type::cast);
  }

  /** The paths of a list's elements, in order, whether they could be read or not. */
  public List<String> paths(String list) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> list + "[" + i + "]")
        .takeWhile(lines::containsKey)
        .toList();
  }

  /** The elements of a list that could be read, by their paths, in order. */
  public <T> Map<String, T> elements(String list, Class<T> type) {
    Map<String, T> found = new LinkedHashMap<>();
    paths(list).forEach(at -> find(at, type).ifPresent(value -> found.put(at, value)));
    return found;
  }

  /** One key of each element of a list, by the key's path, also of elements that are wrong. */
  public Map<String, String> texts(String list, String key) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String element : paths(list)) {
      String at = element + "." + key;
      find(at, Object.class).ifPresent(value -> found.put(at, value.toString()));
    }
    return found;
  }

  /**
   * Notes an error.
   *
   * @param path for example {@code items[3].packSize}; its line, or that of the nearest parent that
   *     is in the file, is found from it
   */
  public void problem(String path, String message) {
    problems.add(new InvalidFileException.Problem(lineOf(path), path, message));
  }

  private int lineOf(String path) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  private static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  /** Whether no error has been noted. */
  public boolean isValid() {
    return problems.isEmpty();
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidFileException with every error noted, in the order of the file
   */
  public void throwIfInvalid() {
    if (!problems.isEmpty()) {
      List<InvalidFileException.Problem> sorted = new ArrayList<>(problems);
      sorted.sort(Comparator.comparingInt(InvalidFileException.Problem::line));
      throw new InvalidFileException(file, sorted);
    }
  }
}

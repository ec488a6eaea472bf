package io.gemba.routes.benchmark;

import io.gemba.routes.benchmark.Instance.Kind;
import io.gemba.routes.benchmark.Instance.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the three public forms: Solomon's table (also Gehring and Homberger), Li and Lim's table of
 * pairs, and TSPLIB's sections as CVRPLIB uses them. The form is told by the text, not by the
 * file's name.
 */
public final class InstanceFile {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final int SOLOMON_COLUMNS = 7;
  private static final int PAIR_COLUMNS = 9;

  private final Path file;
  private final String name;
  private final List<String> lines;

  private InstanceFile(Path file) throws IOException {
    this.file = file;
    name = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
    lines = Files.readAllLines(file);
  }

  /**
   * Reads one instance.
   *
   * @throws IOException naming the file and what is missing in it
   */
  public static Instance read(Path file) throws IOException {
    InstanceFile reader = new InstanceFile(file);
    for (String line : reader.lines) {
      if (line.startsWith("NODE_COORD_SECTION")) {
        return new CvrpSections(file, reader.name, reader.lines).read();
      }
    }
    return reader.table();
  }

  private Instance table() throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : lines) {
      String[] words = BLANKS.split(line.strip());
      if (NUMBER.matcher(words[0]).matches()) {
        rows.add(numbers(words));
      }
    }
    if (rows.size() < 2 || rows.get(0).length < 2 || rows.get(0).length > 3) {
      throw new IOException(
          file + " names no vehicles and customers. Is it a Solomon, Li-Lim or CVRPLIB file?");
    }
    double[] fleet = rows.get(0);
    List<double[]> table = rows.subList(1, rows.size());
    boolean pairs = table.get(0).length == PAIR_COLUMNS;
    List<Node> nodes = new ArrayList<>();
    for (double[] row : table) {
      if (row.length != (pairs ? PAIR_COLUMNS : SOLOMON_COLUMNS) || row[0] != nodes.size()) {
        throw new IOException(
            "%s: row %d has %d columns and number %s; expected %d columns and number %d."
                .formatted(
                    file,
                    nodes.size(),
                    row.length,
                    row[0],
                    pairs ? PAIR_COLUMNS : SOLOMON_COLUMNS,
                    nodes.size()));
      }
      nodes.add(
          new Node(
              row[1],
              row[2],
              (int) row[3],
              row[4],
              row[5],
              row[6],
              pairs ? (int) row[7] : 0,
              pairs ? (int) row[8] : 0));
    }
    return new Instance(
        name, family(), pairs ? Kind.PAIRS : Kind.WINDOWS, (int) fleet[0], (int) fleet[1], nodes);
  }

  private String family() {
    return file.toAbsolutePath().getParent() == null
        ? ""
        : String.valueOf(file.toAbsolutePath().getParent().getFileName()).toLowerCase(Locale.ROOT);
  }

  private double[] numbers(String[] words) throws IOException {
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      if (!NUMBER.matcher(words[i]).matches()) {
        throw new IOException("%s: '%s' is no number.".formatted(file, words[i]));
      }
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }
}

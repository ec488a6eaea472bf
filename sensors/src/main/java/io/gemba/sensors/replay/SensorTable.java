package io.gemba.sensors.replay;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of a machine: a column of times, one column a sensor. NAB ({@code timestamp,value})
 * and SKAB ({@code datetime;...}) files are such; columns of labels are left out. Read row by row.
 * Not thread safe.
 */
public final class SensorTable implements AutoCloseable {
  private static final Set<String> TIMES =
      Set.of("timestamp", "datetime", "time", "date", "ts", "at");

  /** How files say that there is no value. */
  private static final Set<String> NOTHING = Set.of("", "nan", "na", "n/a", "null", "none");

  private static final Set<String> LABELS = Set.of("anomaly", "changepoint", "label", "is_anomaly");

  private final String machine;
  private final CsvFile file;
  private final Consumer<RejectedRow> rejected;
  private final int timeColumn;
  private final List<Column> columns;

  /** A column that is a sensor. */
  public record Column(int index, String name, String sensor) {}

  /**
   * A good row.
   *
   * @param number 1 is the first below the header, good or not
   * @param values by sensor; NaN where the cell has none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
  public record Row(long number, Instant at, double[] values) {}

  private SensorTable(String machine, CsvFile file, Consumer<RejectedRow> rejected)
      throws IOException {
    this.machine = machine;
    this.file = file;
    this.rejected = rejected;
    List<String> names =
        file.header().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    this.timeColumn =
        names.stream().filter(TIMES::contains).mapToInt(names::indexOf).findFirst().orElse(-1);
    if (timeColumn < 0) {
      throw new IOException(
          "%s:1: no column of times among '%s'. The first line must name the columns, that of times 'timestamp'."
              .formatted(file.path(), String.join(", ", file.header())));
    }
    this.columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (i != timeColumn && !LABELS.contains(names.get(i)) && !names.get(i).isEmpty()) {
        columns.add(new Column(i, file.header().get(i).strip(), slug(names.get(i))));
      }
    }
  }

  /**
   * @throws IOException when it cannot be read or has no column of times
   */
  public static SensorTable open(Source source, Consumer<RejectedRow> rejected) throws IOException {
    CsvFile file = CsvFile.open(source.path(), CsvFile.separator(source.path()));
    try {
      return new SensorTable(source.machine(), file, rejected);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** A file and the machine that it is. */
  public record Source(Path path, String machine) {
    /** A file that is its own machine: the name as a slug. */
    public static Source of(Path path) {
      return new Source(path, slug(name(path)));
    }
  }

  /**
   * The CSV files of a folder and those below it, or the one that is named, by path. The machine is
   * the file's name as a slug; files of the same name get their folders in front.
   *
   * @throws IOException when there is none
   */
  static List<Source> list(Path fileOrFolder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(fileOrFolder)) {
      paths = walk.filter(Files::isRegularFile).filter(SensorTable::isCsv).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (paths.isEmpty()) {
      throw new IOException(
          "%s holds no .csv or .csv.gz file. Name another folder.".formatted(fileOrFolder));
    }
    Set<String> seen = new HashSet<>();
    Set<String> twice =
        paths.stream()
            .map(path -> slug(name(path)))
            .filter(machine -> !seen.add(machine))
            .collect(Collectors.toSet());
    return paths.stream()
        .map(path -> new Source(path, machine(fileOrFolder, path, twice)))
        .toList();
  }

  /** The machine that the file is. */
  public String machine() {
    return machine;
  }

  /** From now on reads no other columns than these; what stands in others is nobody's concern. */
  public void select(Collection<String> names) {
    columns.removeIf(column -> !names.contains(column.name()));
  }

  /** The columns that are sensors, in the order of the file. */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** The next row whose time can be read; null at the end. */
  public @Nullable Row next() {
    while (file.hasNext()) {
      CsvRecord row = file.next();
      Instant at = time(row);
      if (at != null) {
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(row, columns.get(i).index());
        }
        return new Row(row.getStartingLineNumber() - 1, at, values);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Lower case letters, digits and dashes. */
  static String slug(String text) {
    String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = slug.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "unnamed" : trimmed;
  }

  private @Nullable Instant time(CsvRecord row) {
    String text = row.getFieldCount() > timeColumn ? row.getField(timeColumn).strip() : "";
    try {
      return RowTime.parse(text);
    } catch (DateTimeException e) {
      reject(row, text, RowTime.FIX);
      return null;
    }
  }

  private double value(CsvRecord row, int column) {
    if (row.getFieldCount() <= column) {
      reject(row, "", isShort(row));
      return Double.NaN;
    }
    String text = row.getField(column).strip();
    if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the values that are numbers but not finite
    }
    reject(
        row,
        text,
        "'%s' must be a finite number. Correct it, leave it empty, or leave the column out."
            .formatted(file.header().get(column)));
    return Double.NaN;
  }

  private String isShort(CsvRecord row) {
    return "the row has %d cells, the first line %d. Complete it."
        .formatted(row.getFieldCount(), file.header().size());
  }

  private void reject(CsvRecord row, String value, String reason) {
    rejected.accept(new RejectedRow(file.path(), row.getStartingLineNumber(), value, reason));
  }

  private static boolean isCsv(Path path) {
    return path.toString().endsWith(".csv") || path.toString().endsWith(".csv.gz");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName()).replaceAll("\\.csv(\\.gz)?$", "");
  }

  private static String machine(Path root, Path path, Set<String> twice) {
    String own = slug(name(path));
    return twice.contains(own)
        ? slug(root.relativize(path).toString().replaceAll("\\.csv(\\.gz)?$", ""))
        : own;
  }
}

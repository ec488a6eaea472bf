package io.gemba.sensors.history;

import io.gemba.message.Episode;
import io.gemba.sensors.quality.Limits;
import io.gemba.sensors.replay.RejectedRow;
import io.gemba.sensors.replay.SensorTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A csv file with a column of times and one column a sensor, judged reading by reading by the same
 * watches as in the anomaly job, or by another judge. Any finite value counts as possible, an empty
 * cell is no reading; how often a sensor is read is the median of its steps in the file's first
 * {@value #TIMED_ROWS} rows.
 */
public final class HistoryFile {
  private static final int TIMED_ROWS = 1_000;
  private static final double ANY = 1e300;

  private final SensorTable.Source source;
  private final List<String> wanted;
  private final Supplier<Judge> judges;

  /**
   * A file that is judged as the anomaly job would.
   *
   * @param path plain or gzipped; commas or semicolons
   * @param columns names of the columns to judge; empty for all but labels
   */
  public HistoryFile(Path path, List<String> columns) {
    this(path, columns, Judge::ofTheJob);
  }

  /**
   * The same with another judge.
   *
   * @param judges makes one a column
   */
  public HistoryFile(Path path, List<String> columns, Supplier<Judge> judges) {
    this.source = SensorTable.Source.of(path);
    this.wanted = List.copyOf(columns);
    this.judges = judges;
  }

  /**
   * Reads the file once more from its start and hands on each row with what is said of it.
   *
   * @return names of the judged columns
   * @throws IOException if the file cannot be read, a wanted column is missing, more than a tenth
   *     of the rows are out of order, or a cell holds something that is no number, naming value,
   *     line and fix
   */
  public List<String> judge(Consumer<JudgedRow> rows) throws IOException {
    double[] everySeconds = everySeconds();
    try (SensorTable table = open()) {
      List<WatchedColumn> watched = watched(table, everySeconds);
      RowOrder order = new RowOrder(source.path());
      SensorTable.Row row;
      while ((row = next(table)) != null) {
        boolean isLate = order.isLate(row);
        rows.accept(isLate ? late(row, watched) : judge(row, watched));
      }
      order.check();
      return watched.stream().map(WatchedColumn::name).toList();
    }
  }

  private static JudgedRow late(SensorTable.Row row, List<WatchedColumn> watched) {
    List<Episode> open = watched.stream().flatMap(one -> one.open().values().stream()).toList();
    return new JudgedRow(
        row.at(), row.values(), 0, "", open, "The time is before that of a row above: not judged.");
  }

  private static JudgedRow judge(SensorTable.Row row, List<WatchedColumn> watched) {
    double score = 0;
    String column = "";
    List<Episode> open = new ArrayList<>();
    for (int i = 0; i < watched.size(); i++) {
      WatchedColumn one = watched.get(i);
      double value = row.values()[i];
      double of = Double.isNaN(value) ? 0 : one.judge(row.at(), value, row.number());
      if (of > score || (column.isEmpty() && !Double.isNaN(value))) {
        score = of;
        column = one.name();
      }
      open.addAll(one.open().values());
    }
    String reason = open.isEmpty() ? "" : open.get(0).reason();
    return new JudgedRow(row.at(), row.values(), score, column, open, reason);
  }

  /**
   * Names of all columns that can be judged, in the order of the file.
   *
   * @throws IOException if the file cannot be read or has no column of times
   */
  public List<String> listColumns() throws IOException {
    try (SensorTable table = open()) {
      return table.columns().stream().map(SensorTable.Column::name).toList();
    }
  }

  private List<WatchedColumn> watched(SensorTable table, double[] everySeconds) {
    List<SensorTable.Column> columns = table.columns();
    List<WatchedColumn> watched = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SensorTable.Column column = columns.get(i);
      Limits limits = new Limits(-ANY, ANY, everySeconds[i]);
      watched.add(
          new WatchedColumn(
              column.name(), table.machine() + "/" + column.sensor(), limits, judges.get()));
    }
    return watched;
  }

  /** Refuses names that are no columns, and files without one. */
  private void select(SensorTable table) throws IOException {
    List<String> there = table.columns().stream().map(SensorTable.Column::name).toList();
    if (there.isEmpty()) {
      throw new IOException(
          "%s:1: no column of sensor values beside the times. Add one.".formatted(source.path()));
    }
    for (String name : wanted) {
      if (!there.contains(name)) {
        throw new IOException(
            "%s:1: '%s' is no column of sensor values. There are: %s."
                .formatted(source.path(), name, String.join(", ", there)));
      }
    }
    if (!wanted.isEmpty()) {
      table.select(wanted);
    }
  }

  /** One a column: the median of the steps between cells that have a value. */
  private double[] everySeconds() throws IOException {
    try (SensorTable table = open()) {
      int columns = table.columns().size();
      List<List<Long>> times = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        times.add(new ArrayList<>());
      }
      SensorTable.Row row;
      int rows = 0;
      while (rows < TIMED_ROWS && (row = next(table)) != null) {
        rows++;
        for (int i = 0; i < columns; i++) {
          if (!Double.isNaN(row.values()[i])) {
            times.get(i).add(row.at().toEpochMilli());
          }
        }
      }
      if (rows < 2) {
        throw new IOException(
            "%s has fewer than two rows. At least a hundred are needed to learn what is usual."
                .formatted(source.path()));
      }
      return times.stream().mapToDouble(HistoryFile::medianStepSeconds).toArray();
    }
  }

  private static double medianStepSeconds(List<Long> times) {
    if (times.size() < 2) {
      return 1;
    }
    long[] steps = new long[times.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times.get(i + 1) - times.get(i);
    }
    Arrays.sort(steps);
    return Math.max(1, steps[steps.length / 2]) / 1e3;
  }

  private SensorTable open() throws IOException {
    if (Files.isDirectory(source.path())) {
      throw new IOException(
          "'%s' is a folder. Name one .csv or .csv.gz of it.".formatted(source.path()));
    }
    if (!Files.exists(source.path())) {
      throw new NoSuchFileException(source.path().toString(), null, "Name a .csv or .csv.gz.");
    }
    SensorTable table =
        SensorTable.open(
            source,
            row -> {
              throw new RejectedRowException(row);
            });
    try {
      select(table);
      return table;
    } catch (IOException e) {
      table.close();
      throw e;
    }
  }

  private static SensorTable.@Nullable Row next(SensorTable table) throws IOException {
    try {
      return table.next();
    } catch (RejectedRowException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Carries a row that cannot be judged out of the reader. */
  private static final class RejectedRowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RejectedRowException(RejectedRow row) {
      super(row.toString());
    }
  }
}

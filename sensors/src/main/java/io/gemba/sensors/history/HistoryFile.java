package io.gemba.sensors.history;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A csv file with a column of times and one column a sensor, judged reading by reading by the same
 * watches as in the anomaly job, or by another judge. Any finite value counts as possible; how
 * often readings come is the median of the file's first {@value #TIMED_ROWS} steps.
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

  /** A sensor of the file: where its values stand, its judge, and its open alarm. */
  private static final class Watched {
    private final int index;
    private final String name;
    private final String sensor;
    private final Judge judge;
    private final Map<String, Episode> open = new TreeMap<>();

    Watched(int index, String name, String sensor, Judge judge) {
      this.index = index;
      this.name = name;
      this.sensor = sensor;
      this.judge = judge;
    }

    void change(Episode episode) {
      if (episode.state() == Episode.State.OPEN) {
        open.put(episode.id(), episode);
      } else {
        open.remove(episode.id());
      }
    }
  }

  /**
   * Reads the file once more from its start and hands on each row with what is said of it.
   *
   * @return names of the judged columns
   * @throws IOException if the file cannot be read, a wanted column is missing, more than a tenth
   *     of the rows are out of order, or a cell is no number, naming value, line and fix
   */
  public List<String> judge(Consumer<JudgedRow> rows) throws IOException {
    Limits limits = new Limits(-ANY, ANY, everySeconds());
    try (SensorTable table = open()) {
      List<Watched> watched = watched(table);
      Order order = new Order(source.path());
      SensorTable.Row row;
      while ((row = next(table)) != null) {
        boolean isLate = order.isLate(row);
        rows.accept(isLate ? late(row, watched) : judge(row, watched, limits));
      }
      order.check();
      return watched.stream().map(one -> one.name).toList();
    }
  }

  private static JudgedRow late(SensorTable.Row row, List<Watched> watched) {
    double[] values = watched.stream().mapToDouble(one -> row.values()[one.index]).toArray();
    List<String> open = watched.stream().flatMap(one -> one.open.keySet().stream()).toList();
    return new JudgedRow(
        row.at(), values, 0, "", open, "The time is before that of a row above: not judged.");
  }

  private static JudgedRow judge(SensorTable.Row row, List<Watched> watched, Limits limits) {
    double[] values = new double[watched.size()];
    double score = -1;
    String column = "";
    List<String> open = new ArrayList<>();
    String reason = "";
    for (int i = 0; i < values.length; i++) {
      Watched one = watched.get(i);
      values[i] = row.values()[one.index];
      long at = row.at().toEpochMilli();
      Reading reading = new Reading(one.sensor, at, values[i], row.number(), at);
      double of = one.judge.next(reading, limits, one::change);
      if (of > score) {
        score = of;
        column = one.name;
      }
      for (Episode episode : one.open.values()) {
        reason = open.isEmpty() ? episode.reason() : reason;
        open.add(episode.id());
      }
    }
    return new JudgedRow(row.at(), values, score, column, open, reason);
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

  private List<Watched> watched(SensorTable table) throws IOException {
    List<SensorTable.Column> columns = table.columns();
    List<Watched> watched = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SensorTable.Column column = columns.get(i);
      if (wanted.isEmpty() || wanted.contains(column.name())) {
        watched.add(
            new Watched(i, column.name(), table.machine() + "/" + column.sensor(), judges.get()));
      }
    }
    List<String> there = columns.stream().map(SensorTable.Column::name).toList();
    for (String name : wanted) {
      if (!there.contains(name)) {
        throw new IOException(
            "%s:1: '%s' is no column of sensor values. There are: %s."
                .formatted(source.path(), name, String.join(", ", there)));
      }
    }
    if (watched.isEmpty()) {
      throw new IOException(
          "%s:1: no column of sensor values beside the times. Add one.".formatted(source.path()));
    }
    return watched;
  }

  private double everySeconds() throws IOException {
    long[] steps = new long[TIMED_ROWS];
    int count = 0;
    try (SensorTable table = open()) {
      SensorTable.Row last = next(table);
      SensorTable.Row row;
      while (last != null && count < TIMED_ROWS && (row = next(table)) != null) {
        steps[count++] = row.at().toEpochMilli() - last.at().toEpochMilli();
        last = row;
      }
    }
    if (count == 0) {
      throw new IOException(
          "%s has fewer than two rows. At least a hundred are needed to learn what is usual."
              .formatted(source.path()));
    }
    Arrays.sort(steps, 0, count);
    return Math.max(1, steps[count / 2]) / 1e3;
  }

  private SensorTable open() throws IOException {
    if (!Files.isRegularFile(source.path())) {
      throw new NoSuchFileException(
          source.path().toString(), null, "There is no such file. Name a .csv or .csv.gz.");
    }
    return SensorTable.open(
        source,
        row -> {
          throw new RejectedRowException(row);
        });
  }

  private static SensorTable.@Nullable Row next(SensorTable table) throws IOException {
    try {
      return table.next();
    } catch (RejectedRowException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Counts rows that come after a later one: a few are left unjudged, as live, many are an error.
   */
  private static final class Order {
    private static final int FEW_PERCENT = 10;

    private final Path path;
    private long latestMillis = Long.MIN_VALUE;
    private long rows;
    private long late;
    private String first = "";

    Order(Path path) {
      this.path = path;
    }

    boolean isLate(SensorTable.Row row) {
      rows++;
      long atMillis = row.at().toEpochMilli();
      if (atMillis >= latestMillis) {
        latestMillis = atMillis;
        return false;
      }
      late++;
      if (first.isEmpty()) {
        first = "%s:%d: '%s'".formatted(path, row.number() + 1, row.at());
      }
      return true;
    }

    void check() throws IOException {
      if (late * 100 > rows * FEW_PERCENT) {
        throw new IOException(
            "%s and %d more of %d rows have a time before that of a row above. Sort the file by time."
                .formatted(first, late - 1, rows));
      }
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

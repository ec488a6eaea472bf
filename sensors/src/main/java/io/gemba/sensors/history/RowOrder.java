package io.gemba.sensors.history;

import io.gemba.sensors.replay.SensorTable;
import java.io.IOException;
import java.nio.file.Path;

/** Counts rows that come after a later one: a few are left unjudged, as live, many are an error. */
final class RowOrder {
  private static final int FEW_PERCENT = 10;

  private final Path path;
  private long latestMillis = Long.MIN_VALUE;
  private long rows;
  private long late;
  private String first = "";

  RowOrder(Path path) {
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

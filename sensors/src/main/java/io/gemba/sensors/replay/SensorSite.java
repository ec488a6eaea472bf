package io.gemba.sensors.replay;

import io.gemba.sensors.replay.SensorTable.Column;
import io.gemba.sensors.replay.SensorTable.Row;
import io.gemba.sensors.replay.SensorTable.Source;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Machines and sensors for CSV files. Ranges are three times as wide as the data, so that only what
 * cannot be true is outside.
 */
final class SensorSite {
  private static final double WIDER_BY = 1;
  private static final double LEAST_SPAN_OF_VALUE = 0.1;
  private static final int GAPS = 2_000;

  private SensorSite() {}

  /** One machine of no line a file, in the order of the files. */
  static List<Machine> machines(Path fileOrFolder, ReplayWatch watch) throws IOException {
    List<Machine> machines = new ArrayList<>();
    for (Source source : SensorTable.list(fileOrFolder)) {
      try (SensorTable table = SensorTable.open(source, watch::rejected)) {
        machines.add(machine(source, table));
      }
    }
    return machines;
  }

  private static Machine machine(Source source, SensorTable table) {
    int count = table.columns().size();
    double[] least = new double[count];
    double[] most = new double[count];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    long[] gaps = new long[GAPS];
    int seen = 0;
    long lastMillis = 0;
    for (Row row = table.next(); row != null; row = table.next()) {
      long atMillis = row.at().toEpochMilli();
      if (seen > 0 && seen <= GAPS) {
        gaps[seen - 1] = atMillis - lastMillis;
      }
      lastMillis = atMillis;
      seen++;
      for (int i = 0; i < count; i++) {
        if (!Double.isNaN(row.values()[i])) {
          least[i] = Math.min(least[i], row.values()[i]);
          most[i] = Math.max(most[i], row.values()[i]);
        }
      }
    }
    double everySeconds = medianSeconds(Arrays.copyOf(gaps, Math.max(0, Math.min(GAPS, seen - 1))));
    List<Sensor> sensors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (least[i] <= most[i]) {
        sensors.add(sensor(table.columns().get(i), least[i], most[i], everySeconds));
      }
    }
    String name = source.machine().replace('-', ' ');
    return new Machine(source.machine(), name, "", 1, 100, 0, sensors);
  }

  private static Sensor sensor(Column column, double least, double most, double everySeconds) {
    double span =
        Math.max(
            most - least,
            Math.max(1, LEAST_SPAN_OF_VALUE * Math.max(Math.abs(least), Math.abs(most))));
    return new Sensor(
        column.sensor(),
        column.name(),
        "1",
        Math.floor(least - WIDER_BY * span),
        Math.ceil(most + WIDER_BY * span),
        everySeconds);
  }

  private static double medianSeconds(long[] gapsMillis) {
    long[] rising = Arrays.stream(gapsMillis).filter(gap -> gap > 0).sorted().toArray();
    return rising.length == 0 ? 1 : rising[rising.length / 2] / 1000.0;
  }
}

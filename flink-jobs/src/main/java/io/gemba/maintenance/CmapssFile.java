package io.gemba.maintenance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads run-to-failure histories in the format of NASA's C-MAPSS sets (Saxena and others, PHM
 * 2008): a row a cycle, columns apart by spaces: unit, cycle, three settings, 21 sensors. Plain or
 * gzipped.
 */
final class CmapssFile {
  private static final int FIRST_SENSOR = 5;
  private static final int COLUMNS = 26;

  private CmapssFile() {}

  /** The training file of a folder: {@code train_FD001.txt} or {@code train_FD001.txt.gz}. */
  static Path findIn(Path folder) {
    return List.of("train_FD001.txt", "train_FD001.txt.gz").stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    folder + " has no train_FD001.txt or train_FD001.txt.gz."));
  }

  /** The sensors' names, in the order of the rows: {@code s1} to {@code s21}. */
  static List<String> sensors() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= COLUMNS - FIRST_SENSOR; i++) {
      names.add("s" + i);
    }
    return names;
  }

  /**
   * Reads all units, in the order of the file.
   *
   * @throws IllegalArgumentException naming the line that is no row
   */
  static List<RunToFailure> read(Path file) throws IOException {
    Map<String, List<double[]>> units = new LinkedHashMap<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(units, line.strip().split("\\s+", -1), file + ":" + number);
        }
      }
    }
    return units.entrySet().stream()
        .map(unit -> new RunToFailure(unit.getKey(), unit.getValue()))
        .toList();
  }

  private static void add(Map<String, List<double[]>> units, String[] columns, String place) {
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(
          "%s: %d columns instead of %d.".formatted(place, columns.length, COLUMNS));
    }
    try {
      double[] row =
          Arrays.stream(columns, FIRST_SENSOR, COLUMNS).mapToDouble(Double::parseDouble).toArray();
      units.computeIfAbsent(columns[0], unit -> new ArrayList<>()).add(row);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: %s. Sensors must be numbers.".formatted(place, e.getMessage()));
    }
  }
}

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
 * Lives of machines from new to failure, read from a folder in the format of C-MAPSS or from an own
 * csv file.
 *
 * <p>The csv file has a header {@code unit,SENSOR,SENSOR,...} and then a row a cycle, the cycles of
 * a unit in their order, the last being the one of its failure; plain or gzipped, UTF-8, without
 * quotes.
 *
 * @param sensors names, in the order of rows
 * @param units in the order of the file
 */
public record Histories(List<String> sensors, List<RunToFailure> units) {
  /** Copies the lists. */
  public Histories {
    sensors = List.copyOf(sensors);
    units = List.copyOf(units);
  }

  /**
   * Reads histories.
   *
   * @param folderOrFile folder with train_FD001.txt, or a csv file
   * @throws IllegalArgumentException naming the line that is no row, or what is missing
   */
  public static Histories read(Path folderOrFile) throws IOException {
    if (Files.isDirectory(folderOrFile)) {
      return new Histories(CmapssFile.sensors(), CmapssFile.read(CmapssFile.findIn(folderOrFile)));
    }
    if (!Files.exists(folderOrFile)) {
      throw new IllegalArgumentException(
          folderOrFile + " does not exist. Give a folder with train_FD001.txt, or a csv file.");
    }
    try (InputStream bytes = Files.newInputStream(folderOrFile);
        InputStream plain =
            folderOrFile.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return read(lines, folderOrFile.toString());
    }
  }

  private static Histories read(BufferedReader lines, String file) throws IOException {
    String first = lines.readLine();
    List<String> header = first == null ? List.of() : cells(first);
    if (header.size() < 2 || !header.get(0).equals("unit")) {
      throw new IllegalArgumentException(
          "%s:1: '%s' is no header. Give unit,SENSOR,SENSOR,..."
              .formatted(file, first == null ? "" : first));
    }
    Map<String, List<double[]>> units = new LinkedHashMap<>();
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        List<String> cells = cells(line);
        double[] row = row(cells, header.size(), file + ":" + number);
        units.computeIfAbsent(cells.get(0), unit -> new ArrayList<>()).add(row);
      }
    }
    return new Histories(
        header.subList(1, header.size()),
        units.entrySet().stream()
            .map(unit -> new RunToFailure(unit.getKey(), unit.getValue()))
            .toList());
  }

  private static double[] row(List<String> cells, int columns, String place) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "%s: %d columns instead of %d.".formatted(place, cells.size(), columns));
    }
    double[] row = new double[columns - 1];
    for (int i = 1; i < columns; i++) {
      try {
        row[i - 1] = Double.parseDouble(cells.get(i));
      } catch (NumberFormatException e) {
        row[i - 1] = Double.NaN;
      }
      if (!Double.isFinite(row[i - 1])) {
        throw new IllegalArgumentException(
            "%s: '%s' in column %d is no finite number. Fill it, or leave the row out."
                .formatted(place, cells.get(i), i + 1));
      }
    }
    return row;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }
}

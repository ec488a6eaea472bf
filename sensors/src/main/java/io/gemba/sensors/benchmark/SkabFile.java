package io.gemba.sensors.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * An experiment of the Skoltech Anomaly Benchmark 0.9: a row a second, columns {@code datetime},
 * eight sensors, {@code anomaly}, {@code changepoint}.
 *
 * @param name relative to the folder, without {@code .gz}
 * @param rows one value a sensor
 * @param anomalous a row each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
public record SkabFile(String name, double[][] rows, boolean[] anomalous) {

  /**
   * Reads every labelled csv below a folder; those without a column {@code anomaly} are left out.
   *
   * @return ordered by name, not empty
   * @throws IOException if there is none, or naming the line that is no row of numbers
   */
  public static List<SkabFile> readAll(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths =
          walk.filter(f -> f.toString().endsWith(".csv") || f.toString().endsWith(".csv.gz"))
              .sorted()
              .toList();
    }
    List<SkabFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = folder.relativize(path).toString().replaceFirst("\\.gz$", "");
      try (InputStream bytes = Files.newInputStream(path);
          InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
          BufferedReader lines = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
        String header = lines.readLine();
        int label = header == null ? -1 : Arrays.asList(header.split(";")).indexOf("anomaly");
        if (label > 1) {
          files.add(read(name, lines, label));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IOException(
          "%s has no csv with a column 'anomaly' between semicolons. Give a folder of SKAB's data."
              .formatted(folder));
    }
    return files;
  }

  private static SkabFile read(String name, BufferedReader lines, int label) throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    String line;
    while ((line = lines.readLine()) != null) {
      String[] cells = line.split(";", -1);
      try {
        double[] row = new double[label - 1];
        for (int i = 0; i < row.length; i++) {
          row[i] = Double.parseDouble(cells[i + 1]);
        }
        labels.add(Double.parseDouble(cells[label]) > 0);
        rows.add(row);
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IOException(
            "%s:%d: '%s' is no row of numbers.".formatted(name, rows.size() + 2, line), e);
      }
    }
    boolean[] anomalous = new boolean[labels.size()];
    for (int i = 0; i < anomalous.length; i++) {
      anomalous[i] = labels.get(i);
    }
    return new SkabFile(name, rows.toArray(new double[0][]), anomalous);
  }
}

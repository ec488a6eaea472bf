package io.gemba.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Daily sales of 306 items at 10 stores from the M5 competition, d_1 (2011-01-29) first. */
final class M5Sales {
  /** Day of d_1. */
  static final int FIRST_DAY = 15003;

  private static final int COLUMNS_BEFORE = 5;

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Series(String item, String store, float[] units) {}

  private M5Sales() {}

  static Path file() {
    return Path.of(System.getProperty("gemba.data", ""), "forecast", "m5_sales.csv.gz");
  }

  static List<Series> read() throws IOException {
    List<Series> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        float[] units = new float[cells.length - COLUMNS_BEFORE];
        for (int i = 0; i < units.length; i++) {
          units[i] = Float.parseFloat(cells[COLUMNS_BEFORE + i]);
        }
        all.add(new Series(cells[0], cells[3], units));
      }
    }
    return all;
  }
}

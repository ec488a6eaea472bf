package io.gemba.forecast.backtest;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.PriceRuns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads a folder in the format of the M5 competition: {@code m5_sales}, {@code m5_prices} (as runs
 * of days) and {@code m5_calendar}, as csv or csv.gz. Days before the first sale are unknown, not
 * 0. On Christmas all stores are closed; that a planner knows from the calendar.
 */
public final class M5Folder {
  private static final int KEYS = 5;
  private static final String CLOSED = "Christmas";

  private M5Folder() {}

  /**
   * Reads all series.
   *
   * @throws IOException when a file or column is missing, naming it
   */
  public static Panel read(Path folder) throws IOException {
    Calendar calendar = calendar(folder);
    Map<String, PriceRuns> prices = prices(folder, calendar.firstDay);
    List<Panel.Member> members = new ArrayList<>();
    List<float[]> units = new ArrayList<>();
    List<PriceRuns> runs = new ArrayList<>();
    try (BufferedReader lines = open(folder, "m5_sales")) {
      int width = header(lines, folder).length;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        if (cells.length != width) {
          throw new IOException(
              "m5_sales: the row of '%s' has %d columns, the header %d. Complete it."
                  .formatted(cells[0], cells.length, width));
        }
        members.add(new Panel.Member(cells[0], cells[3], cells[1], cells[2], cells[4]));
        units.add(units(cells));
        runs.add(prices.getOrDefault(cells[0] + "@" + cells[3], PriceRuns.NONE));
      }
    }
    return new Panel(calendar.firstDay, members, units.toArray(float[][]::new), runs, calendar);
  }

  private static String[] header(BufferedReader lines, Path folder) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("m5_sales in " + folder + " is empty.");
    }
    return line.split(",", -1);
  }

  private static float[] units(String[] cells) throws IOException {
    float[] row = new float[cells.length - KEYS];
    boolean isListed = false;
    for (int i = 0; i < row.length; i++) {
      float value;
      try {
        value = Float.parseFloat(cells[KEYS + i]);
      } catch (NumberFormatException e) {
        throw new IOException(
            "m5_sales: '%s' of '%s' on d_%d is no number. Correct it."
                .formatted(cells[KEYS + i], cells[0], i + 1),
            e);
      }
      isListed |= value > 0;
      row[i] = isListed ? value : Float.NaN;
    }
    return row;
  }

  private static Map<String, PriceRuns> prices(Path folder, int firstDay) throws IOException {
    Map<String, List<float[]>> rows = new HashMap<>();
    try (BufferedReader lines = open(folder, "m5_prices")) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        rows.computeIfAbsent(cells[1] + "@" + cells[0], key -> new ArrayList<>())
            .add(new float[] {Float.parseFloat(cells[2]), 100 * Float.parseFloat(cells[4])});
      }
    }
    Map<String, PriceRuns> prices = new HashMap<>();
    rows.forEach(
        (key, runs) -> {
          runs.sort((a, b) -> Float.compare(a[0], b[0]));
          int[] starts = runs.stream().mapToInt(run -> firstDay + (int) run[0] - 1).toArray();
          float[] cents = new float[starts.length];
          for (int i = 0; i < cents.length; i++) {
            cents[i] = Math.round(runs.get(i)[1]);
          }
          prices.put(key, new PriceRuns(starts, cents));
        });
    return prices;
  }

  private static Calendar calendar(Path folder) throws IOException {
    Calendar calendar = new Calendar();
    try (BufferedReader lines = open(folder, "m5_calendar")) {
      List<String> header = Arrays.asList(header(lines, folder));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        calendar.add(line.split(",", -1), header);
      }
    }
    return calendar;
  }

  private static BufferedReader open(Path folder, String name) throws IOException {
    for (String ending : List.of(".csv", ".csv.gz")) {
      Path path = folder.resolve(name + ending);
      if (Files.exists(path)) {
        var in = Files.newInputStream(path);
        return new BufferedReader(
            new InputStreamReader(
                ending.endsWith("gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
      }
    }
    throw new IOException(
        "%s has no %s.csv or %s.csv.gz. Point --data to a folder in the format of M5."
            .formatted(folder, name, name));
  }

  /** The competition's calendar, days to come included. */
  private static final class Calendar implements DayKinds {
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<Integer, Integer> events = new HashMap<>();
    private final Map<String, java.util.Set<Integer>> flags = new HashMap<>();
    private int firstDay = Integer.MAX_VALUE;

    void add(String[] cells, List<String> header) {
      int day = (int) LocalDate.parse(cells[header.indexOf("date")]).toEpochDay();
      firstDay = Math.min(firstDay, day);
      String event = cells[header.indexOf("event_name_1")];
      if (!event.isEmpty()) {
        events.put(day, codes.computeIfAbsent(event, name -> codes.size() + 1));
      }
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).startsWith("snap_") && cells[i].equals("1")) {
          flags
              .computeIfAbsent(
                  header.get(i).substring("snap_".length()), r -> new java.util.HashSet<>())
              .add(day);
        }
      }
    }

    @Override
    public int eventOn(int day) {
      return events.getOrDefault(day, NONE);
    }

    @Override
    public int previousOf(int event, int day) {
      for (int back = day - 1; back > day - 400 && back >= firstDay; back--) {
        if (eventOn(back) == event) {
          return back;
        }
      }
      return Integer.MIN_VALUE;
    }

    @Override
    public boolean isFlagged(String region, int day) {
      return flags.getOrDefault(region, java.util.Set.of()).contains(day);
    }

    @Override
    public boolean isClosed(int day) {
      return eventOn(day) != NONE && eventOn(day) == codes.getOrDefault(CLOSED, -1);
    }
  }
}

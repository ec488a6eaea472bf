package io.gemba.sensors.replay;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * M5-format sales: one row a series, one column a day. Only the last days are kept, as floats: 4
 * bytes a series and day. Immutable.
 *
 * @param series in the order of the file
 * @param lastDay date of the last column, by the data's calendar
 * @param days columns that were kept
 * @param firstNumber number of the first kept column, as in {@code d_1486}
 */
record SalesTable(List<Series> series, LocalDate lastDay, int days, int firstNumber) {
  private static final String SALES = "m5_sales";
  private static final String PRICES = "m5_prices";
  private static final String CALENDAR = "m5_calendar";
  private static final String DAY = "d_";

  /**
   * One item in one store.
   *
   * @param units by kept day; NaN where the file had no number
   * @param prices runs, as in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
  record Series(String item, String store, float[] units, List<PriceRun> prices) {
    /** Price in cents on a day, by its number: of its run, else of the nearest run; else 0. */
    long priceCents(int number) {
      long cents = 0;
      long nearest = Long.MAX_VALUE;
      for (PriceRun run : prices) {
        long away = Math.max(0, Math.max(run.first() - number, number - run.last()));
        if (away < nearest) {
          nearest = away;
          cents = run.cents();
        }
      }
      return cents;
    }
  }

  /**
   * A price and the days it holds.
   *
   * @param first number of the first day
   * @param last number of the last day
   */
  record PriceRun(int first, int last, long cents) {}

  /**
   * Reads the folder's {@code m5_sales}, {@code m5_prices} and {@code m5_calendar}.
   *
   * @param days columns to keep; 0 keeps all
   * @throws IOException when a file or column is missing
   */
  static SalesTable read(Path folder, int days, Consumer<RejectedRow> rejected) throws IOException {
    Map<String, LocalDate> calendar = calendar(CsvFile.find(folder, CALENDAR), rejected);
    Map<String, List<PriceRun>> prices = prices(CsvFile.find(folder, PRICES), rejected);
    try (CsvFile file = CsvFile.open(CsvFile.find(folder, SALES), ',')) {
      int item = file.column("item_id");
      int store = file.column("store_id");
      List<String> header = file.header();
      int width = header.size();
      int firstDay = file.column(DAY + "1");
      int kept = days == 0 ? width - firstDay : Math.min(days, width - firstDay);
      LocalDate lastDay = calendar.get(header.get(width - 1));
      if (lastDay == null) {
        throw new IOException(
            "%s: day '%s' of the sales is not in the calendar. Add its row."
                .formatted(folder, header.get(width - 1)));
      }
      List<Series> series = new ArrayList<>();
      while (file.hasNext()) {
        CsvRecord row = file.next();
        if (row.getFieldCount() != width) {
          String reason = "has %d columns, not %d. Complete it.";
          rejected.accept(rejected(file, row, 0, reason.formatted(row.getFieldCount(), width)));
          continue;
        }
        String key = row.getField(item) + "@" + row.getField(store);
        series.add(
            new Series(
                row.getField(item),
                row.getField(store),
                units(file, row, width - kept, rejected),
                prices.getOrDefault(key, List.of())));
      }
      return new SalesTable(List.copyOf(series), lastDay, kept, width - firstDay - kept + 1);
    }
  }

  private static float[] units(
      CsvFile file, CsvRecord row, int from, Consumer<RejectedRow> rejected) {
    float[] units = new float[row.getFieldCount() - from];
    for (int i = 0; i < units.length; i++) {
      units[i] = number(row.getField(from + i));
      if (!(units[i] >= 0)) {
        units[i] = Float.NaN;
        rejected.accept(
            rejected(file, row, from + i, "sales must be a number from 0 on. Correct the cell."));
      }
    }
    return units;
  }

  private static Map<String, LocalDate> calendar(Path path, Consumer<RejectedRow> rejected)
      throws IOException {
    Map<String, LocalDate> days = new HashMap<>();
    try (CsvFile file = CsvFile.open(path, ',')) {
      int date = file.column("date");
      int number = file.column("d");
      while (file.hasNext()) {
        CsvRecord row = file.next();
        try {
          days.put(row.getField(number), LocalDate.parse(row.getField(date)));
        } catch (DateTimeParseException | IndexOutOfBoundsException e) {
          rejected.accept(rejected(file, row, date, "date must be like 2016-03-27. Correct it."));
        }
      }
    }
    return days;
  }

  private static Map<String, List<PriceRun>> prices(Path path, Consumer<RejectedRow> rejected)
      throws IOException {
    Map<String, List<PriceRun>> prices = new HashMap<>();
    try (CsvFile file = CsvFile.open(path, ',')) {
      int store = file.column("store_id");
      int item = file.column("item_id");
      int first = file.column("first_d");
      int last = file.column("last_d");
      int price = file.column("sell_price");
      while (file.hasNext()) {
        CsvRecord row = file.next();
        float cents =
            row.getFieldCount() == file.header().size()
                ? 100 * number(row.getField(price))
                : Float.NaN;
        float from = Float.isNaN(cents) ? Float.NaN : number(row.getField(first));
        float to = Float.isNaN(cents) ? Float.NaN : number(row.getField(last));
        if (cents >= 0 && from >= 1 && to >= from) {
          prices
              .computeIfAbsent(
                  row.getField(item) + "@" + row.getField(store), key -> new ArrayList<>())
              .add(new PriceRun((int) from, (int) to, Math.round(cents)));
        } else {
          String reason = "a price run needs first_d <= last_d and a price from 0 on. Correct it.";
          rejected.accept(rejected(file, row, price, reason));
        }
      }
    }
    return prices;
  }

  private static float number(String text) {
    try {
      float value = Float.parseFloat(text);
      return Float.isFinite(value) ? value : Float.NaN;
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  private static RejectedRow rejected(CsvFile file, CsvRecord row, int column, String reason) {
    String value = column < row.getFieldCount() ? row.getField(column) : "";
    return new RejectedRow(file.path(), row.getStartingLineNumber(), value, reason);
  }
}

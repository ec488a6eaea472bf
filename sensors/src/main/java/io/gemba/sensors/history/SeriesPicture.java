package io.gemba.sensors.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A series with its alarms as SVG: the range of values a column of pixels, a red band an alarm, a
 * mark at its onset with when and why as its tooltip. Keeps {@value #COLUMNS} ranges, however long
 * the series is: when they are full, two become one. Not thread safe.
 */
public final class SeriesPicture {
  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;
  private static final int COLUMNS = 1_820;
  private static final int TICKS = 4;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String title;
  private final List<Span> spans = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();
  private int rowsPerRange = 1;
  private long rows;
  private String openId = "";

  /** Lowest and highest value of a stretch of rows. */
  private record Range(long fromMillis, double low, double high) {
    Range with(Range other) {
      return new Range(fromMillis, Math.min(low, other.low), Math.max(high, other.high));
    }
  }

  /** An alarm from its first row to its last. */
  private record Span(long fromMillis, long toMillis, String reason) {}

  /**
   * @param title what stands above the picture
   */
  public SeriesPicture(String title) {
    this.title = title;
  }

  /** Takes the next row; its first value is drawn, if it has one. */
  public void add(JudgedRow row) {
    long at = row.at().toEpochMilli();
    double value = row.values()[0];
    if (!Double.isNaN(value)) {
      range(new Range(at, value, value));
    }
    String id = row.episodes().isEmpty() ? "" : row.episodes().get(0);
    if (!id.isEmpty() && id.equals(openId)) {
      Span last = spans.remove(spans.size() - 1);
      spans.add(new Span(last.fromMillis, at, last.reason));
    } else if (!id.isEmpty()) {
      spans.add(new Span(at, at, row.reason()));
    }
    openId = id;
  }

  private void range(Range one) {
    if (rows++ % rowsPerRange != 0) {
      ranges.add(ranges.remove(ranges.size() - 1).with(one));
      return;
    }
    if (ranges.size() == COLUMNS) {
      for (int i = 0; i < COLUMNS / 2; i++) {
        ranges.set(i, ranges.get(2 * i).with(ranges.get(2 * i + 1)));
      }
      ranges.subList(COLUMNS / 2, COLUMNS).clear();
      rowsPerRange *= 2;
    }
    ranges.add(one);
  }

  /** How many alarms are in it. */
  public int alarms() {
    return spans.size();
  }

  /**
   * The picture.
   *
   * @throws IllegalStateException if no row with a value was added
   */
  public String svg() {
    if (ranges.isEmpty()) {
      throw new IllegalStateException("There is no value to draw. Name another column.");
    }
    double low = ranges.stream().mapToDouble(Range::low).min().orElse(0);
    double high = ranges.stream().mapToDouble(Range::high).max().orElse(1);
    Frame frame =
        new Frame(
            ranges.get(0).fromMillis,
            Math.max(
                ranges.get(0).fromMillis + 1,
                Math.max(
                    ranges.get(ranges.size() - 1).fromMillis,
                    spans.isEmpty() ? 0 : spans.get(spans.size() - 1).toMillis)),
            low,
            high > low ? high : low + 1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width='100%' height='100%' fill='#fff'/>\n");
    svg.append("<text x='%d' y='22' font-size='14'>%s</text>\n".formatted(LEFT, escaped(title)));
    spans.forEach(span -> svg.append(frame.span(span)));
    for (int i = 0; i <= TICKS; i++) {
      svg.append(frame.valueTick(low + (frame.high - low) * i / TICKS));
      svg.append(frame.timeTick(i));
    }
    svg.append("<path fill='none' stroke='#1f6feb' stroke-width='1' d='");
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      svg.append(i == 0 ? 'M' : 'L').append(frame.point(range.fromMillis, range.low));
      svg.append('L').append(frame.point(range.fromMillis, range.high));
    }
    svg.append("'/>\n</svg>\n");
    return svg.toString();
  }

  /** From times and values to pixels. */
  private record Frame(long from, long to, double low, double high) {
    double x(long atMillis) {
      return LEFT + (double) (WIDTH - LEFT - RIGHT) * (atMillis - from) / (to - from);
    }

    double y(double value) {
      return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low);
    }

    String point(long atMillis, double value) {
      return String.format(Locale.ROOT, "%.1f %.1f", x(atMillis), y(value));
    }

    String span(Span span) {
      return String.format(
          Locale.ROOT,
          "<g><title>%s %s</title><rect x='%.1f' y='%d' width='%.1f' height='%d' fill='#d1242f'"
              + " fill-opacity='.18'/><path d='M%.1f %d l-4 -8 h8 z' fill='#d1242f'/></g>%n",
          TIME.format(Instant.ofEpochMilli(span.fromMillis)),
          escaped(span.reason),
          x(span.fromMillis),
          TOP,
          Math.max(1, x(span.toMillis) - x(span.fromMillis)),
          HEIGHT - TOP - BOTTOM,
          x(span.fromMillis),
          TOP);
    }

    String valueTick(double value) {
      return String.format(
          Locale.ROOT,
          "<path d='M%d %.1f H%d' stroke='#d0d7de'/><text x='%d' y='%.1f' text-anchor='end'>%s</text>%n",
          LEFT,
          y(value),
          WIDTH - RIGHT,
          LEFT - 6,
          y(value) + 4,
          String.format(Locale.ROOT, "%.4g", value));
    }

    String timeTick(int index) {
      long at = from + (to - from) * index / TICKS;
      return String.format(
          Locale.ROOT,
          "<text x='%.1f' y='%d' text-anchor='%s'>%s</text>%n",
          x(at),
          HEIGHT - BOTTOM + 20,
          index == 0 ? "start" : index == TICKS ? "end" : "middle",
          TIME.format(Instant.ofEpochMilli(at)));
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

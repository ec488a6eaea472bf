package io.gemba.sensors.history;

import io.gemba.message.Episode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A series with its alarms as SVG: the range of values a column of pixels, a red band an alarm, a
 * hatched one a fault of the data, a mark at its onset with when and why as its tooltip. Keeps
 * {@value #COLUMNS} ranges, however long the series is: when they are full, two become one. Not
 * thread safe.
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
  private final Map<String, Span> spans = new LinkedHashMap<>();
  private final List<Range> ranges = new ArrayList<>();
  private int rowsPerRange = 1;
  private long rows;

  /** Lowest and highest value of a stretch of rows. */
  private record Range(long fromMillis, double low, double high) {
    Range with(Range other) {
      return new Range(fromMillis, Math.min(low, other.low), Math.max(high, other.high));
    }
  }

  /** An alarm or a fault of the data from its first row to its last. */
  private record Span(Episode.Kind kind, long fromMillis, long toMillis, String reason) {
    Span until(Span later) {
      return new Span(kind, fromMillis, later.toMillis, reason);
    }
  }

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
    for (Episode episode : row.episodes()) {
      Span span = new Span(episode.kind(), at, at, episode.reason());
      spans.merge(episode.id(), span, Span::until);
    }
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

  /** How many alarms, or faults of the data, are in it. */
  public long count(Episode.Kind kind) {
    return spans.values().stream().filter(span -> span.kind == kind).count();
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
                    spans.values().stream().mapToLong(Span::toMillis).max().orElse(0))),
            low,
            high > low ? high : low + 1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width='100%' height='100%' fill='#fff'/>\n");
    svg.append("<text x='%d' y='22' font-size='14'>%s</text>\n".formatted(LEFT, escaped(title)));
    svg.append(legend());
    Stream.of(Episode.Kind.QUALITY, Episode.Kind.ANOMALY)
        .flatMap(kind -> spans.values().stream().filter(span -> span.kind == kind))
        .forEach(span -> svg.append(frame.span(span)));
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

  /** What the bands mean, with the pattern of those that need one. */
  private String legend() {
    StringBuilder legend = new StringBuilder(Look.HATCHES);
    int x = WIDTH - RIGHT;
    for (Look look : Look.values()) {
      x -= look.legendWidth;
      legend.append(
          "<rect x='%d' y='12' width='14' height='12' %s/><text x='%d' y='22'>%s</text>\n"
              .formatted(x, look.band, x + 20, look.words));
    }
    return legend.toString();
  }

  /** How bands of a kind look. */
  private enum Look {
    QUALITY("fill='url(#hatches)'", "#6e7781", "fault of the data, such as lost readings", 250),
    ANOMALY("fill='#d1242f' fill-opacity='.18'", "#d1242f", "alarm", 70);

    static final String HATCHES =
        "<defs><pattern id='hatches' width='6' height='6' patternUnits='userSpaceOnUse'"
            + " patternTransform='rotate(45)'><path d='M0 0 V6' stroke='#6e7781'"
            + " stroke-width='2' stroke-opacity='.5'/></pattern></defs>\n";

    final String band;
    final String mark;
    final String words;
    final int legendWidth;

    Look(String band, String mark, String words, int legendWidth) {
      this.band = band;
      this.mark = mark;
      this.words = words;
      this.legendWidth = legendWidth;
    }

    static Look of(Episode.Kind kind) {
      return kind == Episode.Kind.QUALITY ? QUALITY : ANOMALY;
    }
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
      Look look = Look.of(span.kind);
      return String.format(
          Locale.ROOT,
          "<g><title>%s %s</title><rect x='%.1f' y='%d' width='%.1f' height='%d' %s/>"
              + "<path d='M%.1f %d l-4 -8 h8 z' fill='%s'/></g>%n",
          TIME.format(Instant.ofEpochMilli(span.fromMillis)),
          escaped(span.reason),
          x(span.fromMillis),
          TOP,
          Math.max(1, x(span.toMillis) - x(span.fromMillis)),
          HEIGHT - TOP - BOTTOM,
          look.band,
          x(span.fromMillis),
          TOP,
          look.mark);
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

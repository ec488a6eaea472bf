package io.gemba.rosters.output;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.RosterResult.Assignment;
import io.gemba.rosters.RosterResult.Cover;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A roster as a picture: one row a person with a bar for each shift at its hours, and below, for
 * each place and skill, the heads that are there against those that are needed.
 */
public final class RosterSvg {
  private static final int NAME = 120;
  private static final int DAY = 72;
  private static final int ROW = 18;
  private static final int CHART = 54;
  private static final int HEAD = 26;
  static final String[] COLOURS = {
    "#2f6f9f", "#b5651d", "#4d7c4a", "#7a5195", "#a23b52", "#5b6770"
  };

  private final RosterRequest request;
  private final RosterResult result;
  private final StringBuilder svg = new StringBuilder();
  private final List<String> skills;

  private RosterSvg(RosterRequest request, RosterResult result) {
    this.request = request;
    this.result = result;
    skills = result.assignments().stream().map(Assignment::skill).distinct().sorted().toList();
  }

  /** Draws a roster. */
  public static String write(RosterRequest request, RosterResult result) {
    return new RosterSvg(request, result).draw();
  }

  private String draw() {
    List<List<Cover>> charts = charts();
    int width = NAME + request.days() * DAY + 8;
    int height = HEAD + request.people().size() * ROW + charts.size() * (CHART + 20) + 12;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"11\">",
        width, height, width, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
    days(height);
    for (int row = 0; row < request.people().size(); row++) {
      int y = HEAD + row * ROW;
      add("<text x=\"4\" y=\"%d\">%s</text>", y + 13, text(request.people().get(row).id()));
      add("<path d=\"M0 %d H%d\" stroke=\"#e4e4e0\"/>", y + ROW, width);
    }
    result.assignments().forEach(this::shift);
    int top = HEAD + request.people().size() * ROW + 20;
    for (List<Cover> chart : charts) {
      chart(chart, top);
      top += CHART + 20;
    }
    add("</svg>");
    return svg.toString();
  }

  private void days(int height) {
    for (int day = 0; day < request.days(); day++) {
      LocalDate date = request.firstDay().plusDays(day);
      int x = NAME + day * DAY;
      if (date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
        add(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f4f3ee\"/>",
            x, HEAD, DAY, height - HEAD);
      }
      add("<path d=\"M%d 6 V%d\" stroke=\"#d8d7d0\"/>", x, height);
      add(
          "<text x=\"%d\" y=\"17\" fill=\"#444444\">%s %s</text>",
          x + 4, date.getDayOfWeek().name().substring(0, 2), String.valueOf(date).substring(5));
    }
  }

  private void shift(Assignment shift) {
    int row = 0;
    while (!request.people().get(row).id().equals(shift.person())) {
      row++;
    }
    double x = x(shift.start());
    double width = Math.min(x(shift.end()), NAME + request.days() * DAY) - x;
    add(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" rx=\"2\" fill=\"%s\"><title>%s %s"
            + " %s, %s to %s</title></rect>",
        x,
        HEAD + row * ROW + 3,
        Math.max(2, width),
        COLOURS[skills.indexOf(shift.skill()) % COLOURS.length],
        text(shift.person()),
        text(shift.shift()),
        text(shift.skill()),
        shift.start(),
        shift.end());
  }

  private double x(java.time.LocalDateTime time) {
    double days =
        java.time.Duration.between(request.firstDay().atStartOfDay(), time).toMinutes() / 1440.0;
    return NAME + days * DAY;
  }

  /** The covers of each place and skill, by day. */
  private List<List<Cover>> charts() {
    List<List<Cover>> charts = new ArrayList<>();
    for (Cover cover : result.cover()) {
      List<Cover> own = null;
      for (List<Cover> chart : charts) {
        if (chart.get(0).place().equals(cover.place())
            && chart.get(0).skill().equals(cover.skill())
            && chart.get(0).level() == cover.level()) {
          own = chart;
        }
      }
      if (own == null) {
        own = new ArrayList<>();
        charts.add(own);
      }
      own.add(cover);
    }
    return charts;
  }

  private void chart(List<Cover> chart, int top) {
    double most = 1;
    for (Cover cover : chart) {
      for (int hour = 0; hour < cover.need().size(); hour++) {
        most = Math.max(most, Math.max(cover.need().get(hour), cover.have().get(hour)));
      }
    }
    add(
        "<text x=\"4\" y=\"%d\">%s %s%s</text>",
        top + 12,
        text(chart.get(0).place()),
        text(chart.get(0).skill()),
        chart.get(0).level() > 1 ? " from level " + chart.get(0).level() : "");
    add("<text x=\"4\" y=\"%d\" fill=\"#777777\">up to %.0f heads</text>", top + 26, most);
    for (Cover cover : chart) {
      double left =
          NAME
              + DAY
                  * (double)
                      java.time.temporal.ChronoUnit.DAYS.between(request.firstDay(), cover.day());
      StringBuilder need = new StringBuilder();
      double width = DAY / (double) cover.need().size();
      for (int at = 0; at < cover.need().size(); at++) {
        double x = left + at * width;
        double have = cover.have().get(at) / most * CHART;
        if (have > 0) {
          boolean isShort = cover.have().get(at) < cover.need().get(at) - 1e-9;
          add(
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
              x, top + CHART - have, width, have, isShort ? "#d9a441" : "#9fbccf");
        }
        double y = top + CHART - cover.need().get(at) / most * CHART;
        need.append(
            String.format(Locale.ROOT, "%s%.1f %.1fH%.1f", at == 0 ? "M" : "L", x, y, x + width));
      }
      add("<path d=\"%s\" fill=\"none\" stroke=\"#333333\" stroke-width=\"1.2\"/>", need);
    }
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}

package io.gemba.rosters.output;

import io.gemba.rosters.benchmark.Benchmark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A public instance's roster as a picture: one row an employee, one box a shift, and below for each
 * shift and day the heads that are there over the heads that are needed.
 */
final class BenchmarkSvg {
  private static final int NAME = 90;
  private static final int DAY = 30;
  private static final int ROW = 18;
  private static final int HEAD = 26;

  private final Benchmark benchmark;
  private final BenchmarkRoster roster;
  private final LocalDate firstDay;
  private final StringBuilder svg = new StringBuilder();

  private BenchmarkSvg(Benchmark benchmark, BenchmarkRoster roster, LocalDate firstDay) {
    this.benchmark = benchmark;
    this.roster = roster;
    this.firstDay = firstDay;
  }

  static String write(Benchmark benchmark, BenchmarkRoster roster, LocalDate firstDay) {
    return new BenchmarkSvg(benchmark, roster, firstDay).draw();
  }

  private String draw() {
    int days = roster.shifts().get(0).size();
    List<String> kinds = benchmark.shifts().subList(1, benchmark.shifts().size());
    int width = NAME + days * DAY + 8;
    int height = HEAD + (roster.employees().size() + kinds.size() + 2) * ROW;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"11\">",
        width, height, width, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
    for (int day = 0; day < days; day++) {
      head(day, height);
    }
    for (int row = 0; row < roster.employees().size(); row++) {
      int y = HEAD + row * ROW;
      add("<text x=\"4\" y=\"%d\">%s</text>", y + 13, text(roster.employees().get(row)));
      for (int day = 0; day < days; day++) {
        shift(roster.shifts().get(row).get(day), day, y, kinds);
      }
    }
    int top = HEAD + (roster.employees().size() + 1) * ROW;
    for (int kind = 0; kind < kinds.size(); kind++) {
      cover(kinds.get(kind), top + kind * ROW, days);
    }
    add("</svg>");
    return svg.toString();
  }

  private void head(int day, int height) {
    LocalDate date = firstDay.plusDays(day);
    int x = NAME + day * DAY;
    if (date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f4f3ee\"/>",
          x, HEAD, DAY, height - HEAD);
    }
    add(
        "<text x=\"%d\" y=\"17\" fill=\"#444444\">%s %d</text>",
        x + 2, date.getDayOfWeek().name().substring(0, 1), day + 1);
  }

  private void shift(String shift, int day, int y, List<String> kinds) {
    if (shift.isEmpty()) {
      return;
    }
    String colour = RosterSvg.COLOURS[kinds.indexOf(shift) % RosterSvg.COLOURS.length];
    int x = NAME + day * DAY;
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
        x + 1, y + 2, DAY - 2, ROW - 4, colour);
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#ffffff\">%s</text>",
        x + DAY / 2, y + 13, text(shift));
  }

  private void cover(String kind, int y, int days) {
    add("<text x=\"4\" y=\"%d\">%s there/need</text>", y + 13, text(kind));
    for (int day = 0; day < days; day++) {
      int have = 0;
      for (List<String> row : roster.shifts()) {
        have += row.get(day).equals(kind) ? 1 : 0;
      }
      int need = benchmark.need(day, kind);
      if (have > 0 || need > 0) {
        String fill = have < need ? "#b3261e" : have > need ? "#8a6100" : "#333333";
        add(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%d/%d</text>",
            NAME + day * DAY + DAY / 2, y + 13, fill, have, need);
      }
    }
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}

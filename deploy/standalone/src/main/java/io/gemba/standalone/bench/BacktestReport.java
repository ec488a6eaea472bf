package io.gemba.standalone.bench;

import io.gemba.forecast.backtest.Backtest;
import io.gemba.forecast.backtest.GroupBias;
import io.gemba.forecast.backtest.Pinball;
import io.gemba.forecast.backtest.Wrmsse;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Says what a backtest gave: lines for people at once, rows of csv at the end. Rows of origin 0 are
 * of all origins together.
 */
final class BacktestReport {
  private static final double WANTED_BIAS = 0.03;

  private final PrintStream screen;
  private final List<String> rows = new ArrayList<>(List.of("origin,measure,level,value"));

  BacktestReport(PrintStream screen) {
    this.screen = screen;
  }

  /** Csv, with a header. */
  List<String> rows() {
    return List.copyOf(rows);
  }

  /** Takes what one origin gave. */
  void origin(Backtest.Result result) {
    int origin = result.origin();
    for (Wrmsse.Level level : result.levels()) {
      add(origin, "wrmsse", level.name(), level.wrmsse());
      add(origin, "rmsse", level.name(), level.meanRmsse());
      add(origin, "bias", level.name(), level.bias());
      add(origin, "absolute-bias", level.name(), level.meanAbsoluteBias());
    }
    add(origin, result.pinball());
    add(origin, result.bias());
    Wrmsse.Level series = level(result, "item-store");
    screen.printf(
        Locale.ROOT,
        "origin %d: mean RMSSE %.4f, SPL %.4f, bias %+.1f %%, %.1f s%n",
        origin,
        series.meanRmsse(),
        result.pinball().loss(),
        100 * series.bias(),
        result.seconds());
    screen.printf(Locale.ROOT, "origin %d: %s%n", origin, words(result.bias()));
    screen.printf(Locale.ROOT, "origin %d: days at or below %s%n", origin, kept(result.pinball()));
    screen.printf(Locale.ROOT, "WRMSSE origin %d: %.4f%n", origin, result.wrmsse());
  }

  /** Takes what all origins gave together. */
  void together(Pinball all, GroupBias bias) {
    add(0, all);
    add(0, bias);
    for (int i = 0; i < Pinball.LEVELS.size(); i++) {
      StringBuilder classes = new StringBuilder();
      for (int of = 0; of < Pinball.CLASSES; of++) {
        classes.append(
            String.format(
                Locale.ROOT, " %.3f-%.3f", all.strictCoverage(i, of), all.coverage(i, of)));
      }
      screen.printf(
          Locale.ROOT,
          "quantile %.2f: SPL %.4f, days below %.3f, at or below %.3f; by volume, slowest first:%s%n",
          Pinball.LEVELS.get(i),
          all.loss(i),
          all.strictCoverage(i),
          all.coverage(i),
          classes);
    }
    screen.printf(Locale.ROOT, "all origins: %s%n", words(bias));
    screen.printf(Locale.ROOT, "all origins: days at or below %s%n", kept(all));
    screen.printf(Locale.ROOT, "SPL mean: %.4f%n", all.loss());
  }

  private static Wrmsse.Level level(Backtest.Result result, String name) {
    return result.levels().stream()
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String words(GroupBias bias) {
    return String.format(
        Locale.ROOT,
        "|bias| per store-department %.1f %% in the mean, %d of %d within %.0f %%, furthest %s %+.1f %%",
        100 * bias.meanAbsolute(),
        bias.within(WANTED_BIAS),
        bias.size(),
        100 * WANTED_BIAS,
        bias.worst().name(),
        100 * bias.worst().bias());
  }

  /** The upper quantiles: what was kept, and the volume class that is furthest off, in points. */
  private static String kept(Pinball pinball) {
    return String.join(
        ", ",
        IntStream.range(0, Pinball.LEVELS.size())
            .filter(level -> Pinball.LEVELS.get(level) > 0.5)
            .mapToObj(
                level ->
                    String.format(
                        Locale.ROOT,
                        "%.2f: %.3f (class furthest off %+.1f points)",
                        Pinball.LEVELS.get(level),
                        pinball.coverage(level),
                        100 * pinball.worstClass(level)))
            .toList());
  }

  private void add(int origin, Pinball pinball) {
    for (int i = 0; i < Pinball.LEVELS.size(); i++) {
      String at = String.valueOf(Pinball.LEVELS.get(i));
      add(origin, "spl", at, pinball.loss(i));
      add(origin, "coverage", at, pinball.coverage(i));
      add(origin, "coverage-below", at, pinball.strictCoverage(i));
      for (int of = 0; of < Pinball.CLASSES; of++) {
        String ofClass = at + "/class-" + (of + 1);
        add(origin, "coverage", ofClass, pinball.coverage(i, of));
        add(origin, "coverage-below", ofClass, pinball.strictCoverage(i, of));
      }
    }
  }

  private void add(int origin, GroupBias bias) {
    add(origin, "group-bias", "mean", bias.meanAbsolute());
    add(origin, "group-bias", "furthest", bias.worst().bias());
    add(origin, "group-bias", "within-3-percent", (double) bias.within(WANTED_BIAS) / bias.size());
  }

  private void add(int origin, String measure, String level, double value) {
    rows.add(String.format(Locale.ROOT, "%d,%s,%s,%.6f", origin, measure, level, value));
  }
}

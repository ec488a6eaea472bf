package io.gemba.standalone.bench;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.backtest.Backtest;
import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.backtest.Method;
import io.gemba.forecast.backtest.Methods;
import io.gemba.forecast.backtest.Pinball;
import io.gemba.forecast.backtest.Wrmsse;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.standalone.training.ForecastTraining;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs a backtest and writes what it gave: lines for people, csv for programs. */
public final class ForecastBacktest {
  private static final List<Double> WRITTEN = List.of(0.5, 0.9, 0.95, 0.99);

  private final Path data;
  private final Method method;
  private final PrintStream screen;

  /**
   * @param data folder in the format of M5
   * @param model {@code champion}, {@code fallback}, {@code snaive}, a method of {@link
   *     Methods#planners}, or the file of a model
   * @throws IllegalArgumentException for another name
   */
  public ForecastBacktest(Path data, String model, PrintStream screen) throws IOException {
    this.data = data;
    this.method = method(model);
    this.screen = screen;
  }

  static Method method(String model) throws IOException {
    if (Files.isRegularFile(Path.of(model))) {
      return Methods.of(ForecastTraining.read(Path.of(model)));
    }
    return switch (model.toLowerCase(Locale.ROOT)) {
      case "champion" -> Methods.champion(ModelTrainer.Options.standard());
      case "fallback" -> Methods.fallback();
      case "snaive" -> Methods.seasonalNaive();
      default ->
          Methods.findPlanners(model.toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--model '%s' is neither a file nor champion, fallback, snaive, %s."
                              .formatted(model, String.join(", ", Methods.planners()))));
    };
  }

  /**
   * Runs all origins.
   *
   * @param predictions folder for a csv an origin; null writes none
   * @param out file for all scores; null writes none
   */
  public void run(List<Integer> origins, @Nullable Path predictions, @Nullable Path out)
      throws IOException {
    Panel panel = M5Folder.read(data);
    Backtest backtest = new Backtest(panel);
    List<String> rows = new ArrayList<>();
    rows.add("origin,measure,level,value");
    double sum = 0;
    for (int origin : origins) {
      Backtest.Result result = backtest.run(origin, method);
      sum += result.wrmsse();
      rows.addAll(rows(result));
      print(result);
      if (predictions != null) {
        Files.createDirectories(predictions);
        write(predictions.resolve("predictions_%d.csv".formatted(origin)), panel, result);
      }
    }
    print(backtest.pinball(), rows);
    screen.printf(Locale.ROOT, "WRMSSE mean: %.4f%n", sum / origins.size());
    if (out != null) {
      Files.write(out, rows, StandardCharsets.UTF_8);
    }
  }

  private void print(Backtest.Result result) {
    Wrmsse.Level group = level(result, "store-department");
    Wrmsse.Level series = level(result, "item-store");
    screen.printf(
        Locale.ROOT,
        "origin %d: mean RMSSE %.4f, SPL %.4f, bias %+.1f %%, |bias| per store-department %.1f %%, %.1f s%n",
        result.origin(),
        series.meanRmsse(),
        result.pinball().loss(),
        100 * series.bias(),
        100 * group.meanAbsoluteBias(),
        result.seconds());
    screen.printf(Locale.ROOT, "WRMSSE origin %d: %.4f%n", result.origin(), result.wrmsse());
  }

  private static Wrmsse.Level level(Backtest.Result result, String name) {
    return result.levels().stream()
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rows(Backtest.Result result) {
    List<String> rows = new ArrayList<>();
    for (Wrmsse.Level level : result.levels()) {
      rows.add(row(result.origin(), "wrmsse", level.name(), level.wrmsse()));
      rows.add(row(result.origin(), "rmsse", level.name(), level.meanRmsse()));
      rows.add(row(result.origin(), "bias", level.name(), level.bias()));
      rows.add(row(result.origin(), "absolute-bias", level.name(), level.meanAbsoluteBias()));
    }
    for (int i = 0; i < Pinball.LEVELS.size(); i++) {
      String at = String.valueOf(Pinball.LEVELS.get(i));
      rows.add(row(result.origin(), "spl", at, result.pinball().loss(i)));
      rows.add(row(result.origin(), "coverage", at, result.pinball().coverage(i)));
      rows.add(row(result.origin(), "coverage-below", at, result.pinball().strictCoverage(i)));
    }
    return rows;
  }

  private void print(Pinball all, List<String> rows) {
    for (int i = 0; i < Pinball.LEVELS.size(); i++) {
      StringBuilder classes = new StringBuilder();
      for (int of = 0; of < Pinball.CLASSES; of++) {
        String at = Pinball.LEVELS.get(i) + "/class-" + (of + 1);
        rows.add(row(0, "coverage", at, all.coverage(i, of)));
        rows.add(row(0, "coverage-below", at, all.strictCoverage(i, of)));
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
    screen.printf(Locale.ROOT, "SPL mean: %.4f%n", all.loss());
  }

  private static String row(int origin, String measure, String level, double value) {
    return String.format(Locale.ROOT, "%d,%s,%s,%.6f", origin, measure, level, value);
  }

  private static void write(Path file, Panel panel, Backtest.Result result) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write("series,day,mean,q50,q90,q95,q99\n");
      for (int i = 0; i < panel.members().size(); i++) {
        Panel.Member member = panel.members().get(i);
        DemandForecast forecast = result.forecasts().get(i);
        for (int day = 0; day < DemandForecast.DAYS; day++) {
          StringBuilder row = new StringBuilder();
          row.append(member.item()).append('_').append(member.place());
          row.append(",d_").append(result.origin() + 1 + day);
          row.append(String.format(Locale.ROOT, ",%.5f", forecast.mean()[day]));
          for (double level : WRITTEN) {
            double units = forecast.daily()[Forecaster.LEVELS.indexOf(level)][day];
            row.append(String.format(Locale.ROOT, ",%.5f", units));
          }
          writer.append(row).append('\n');
        }
      }
    }
  }
}

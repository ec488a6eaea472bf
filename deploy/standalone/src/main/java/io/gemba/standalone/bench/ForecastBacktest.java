package io.gemba.standalone.bench;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.backtest.Backtest;
import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.backtest.Method;
import io.gemba.forecast.backtest.Methods;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.standalone.training.ForecastTraining;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    BacktestReport report = new BacktestReport(screen);
    double sum = 0;
    for (int origin : origins) {
      Backtest.Result result = backtest.run(origin, method);
      sum += result.wrmsse();
      report.origin(result);
      if (predictions != null) {
        Files.createDirectories(predictions);
        write(predictions.resolve("predictions_%d.csv".formatted(origin)), panel, result);
      }
    }
    report.together(backtest.pinball(), backtest.bias());
    screen.printf(Locale.ROOT, "WRMSSE mean: %.4f%n", sum / origins.size());
    if (out != null) {
      Files.write(out, report.rows(), StandardCharsets.UTF_8);
    }
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

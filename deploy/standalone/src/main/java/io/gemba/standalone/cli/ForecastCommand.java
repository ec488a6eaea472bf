package io.gemba.standalone.cli;

import io.gemba.standalone.bench.ForecastBacktest;
import io.gemba.standalone.bench.ForecastTraining;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forecasts of the past, to be compared with what was sold. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Trains the demand model and compares its forecasts with what was sold.")
final class ForecastCommand {

  /** Forecasts from past days. */
  @Command(
      name = "backtest",
      mixinStandardHelpOptions = true,
      description =
          "Forecasts 28 days from each origin, knowing nothing after it but calendar and prices.")
  int backtest(
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Folder with m5_sales, m5_prices and m5_calendar, csv or csv.gz.")
          Path data,
      @Option(
              names = "--origins",
              required = true,
              split = ",",
              paramLabel = "N",
              description = "Numbers of the last days known, as in d_1857.")
          List<Integer> origins,
      @Option(
              names = "--model",
              defaultValue = "champion",
              paramLabel = "NAME",
              description =
                  "champion (trained at each origin), fallback, snaive, or the file of a model."
                      + " Default: champion.")
          String model,
      @Option(
              names = "--predictions",
              paramLabel = "DIR",
              description = "Write mean and quantiles there, one csv an origin.")
          @Nullable Path predictions,
      @Option(names = "--out", paramLabel = "FILE", description = "Write all scores there as csv.")
          @Nullable Path out)
      throws Exception {
    new ForecastBacktest(data, model, System.out).run(origins, predictions, out);
    return 0;
  }

  /** Trains a model. */
  @Command(
      name = "train",
      mixinStandardHelpOptions = true,
      description = "Trains the demand model and writes it to a file.")
  int train(
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Folder with m5_sales, m5_prices and m5_calendar, csv or csv.gz.")
          Path data,
      @Option(
              names = "--until",
              defaultValue = "0",
              paramLabel = "N",
              description = "Number of the last day to learn from. Default: the last there is.")
          int until,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the model goes.")
          Path out)
      throws Exception {
    ForecastTraining.run(data, until, out, System.out);
    return 0;
  }
}

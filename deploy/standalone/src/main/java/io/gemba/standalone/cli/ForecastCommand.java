package io.gemba.standalone.cli;

import io.gemba.site.Site;
import io.gemba.site.SiteFile;
import io.gemba.standalone.bench.ForecastBacktest;
import io.gemba.standalone.bench.ForecastPlot;
import io.gemba.standalone.data.Running;
import io.gemba.standalone.training.ForecastTraining;
import io.gemba.standalone.training.LiveModels;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      @Mixin SalesFolder data,
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
                  "champion (trained at each origin), fallback, snaive, moving-average,"
                      + " single-exponential, double-exponential, holt-winters, croston, best (of"
                      + " these five, by error), or the file of a model. Default: champion.")
          String model,
      @Option(
              names = "--predictions",
              paramLabel = "DIR",
              description = "Write mean and quantiles there, one csv an origin.")
          @Nullable Path predictions,
      @Option(names = "--out", paramLabel = "FILE", description = "Write all scores there as csv.")
          @Nullable Path out)
      throws Exception {
    new ForecastBacktest(data.path(), model, System.out).run(origins, predictions, out);
    return 0;
  }

  /** Draws a forecast. */
  @Command(
      name = "plot",
      mixinStandardHelpOptions = true,
      description =
          "Draws one series as SVG: its forecast against what was sold, and what stock would cost.")
  int plot(
      @Mixin SalesFolder data,
      @Option(
              names = "--series",
              required = true,
              paramLabel = "NAME",
              description = "Item and place, as in FOODS_1_001_CA_1.")
          String series,
      @Option(
              names = "--origin",
              required = true,
              paramLabel = "N",
              description = "Number of the last day known, as in d_1857.")
          int origin,
      @Option(
              names = "--model",
              defaultValue = "champion",
              paramLabel = "NAME",
              description = "As for 'backtest'. Default: champion.")
          String model,
      @Mixin StockCosts costs,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "The picture.")
          Path out)
      throws Exception {
    new ForecastPlot(data.path(), model).write(costs.wish(series, origin), out);
    return 0;
  }

  /** Trains a model. */
  @Command(
      name = "train",
      mixinStandardHelpOptions = true,
      description = "Trains the demand model on a folder of sales and writes it to a file.")
  int train(
      @Mixin SalesFolder data,
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
    ForecastTraining.run(data.path(), until, out, System.out);
    return 0;
  }

  /** Trains a model for a running Gemba. */
  @Command(
      name = "learn",
      mixinStandardHelpOptions = true,
      description =
          "Trains the demand model on what a running Gemba has sold, and hands it the model.")
  int learn(
      @Mixin Installation installation,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the model goes, too.")
          Path out)
      throws Exception {
    Logs.toScreen();
    Running running = Running.read(installation.settings().data());
    Site site = SiteFile.read(Path.of(running.siteFile()));
    new LiveModels(running.kafka(), Clock.systemUTC(), System.out).train(site, out);
    return 0;
  }
}

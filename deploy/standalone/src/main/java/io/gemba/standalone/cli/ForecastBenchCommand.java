package io.gemba.standalone.cli;

import io.gemba.standalone.bench.ForecastBench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Speed of training and forecasting. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Series a second of features and forecasts, rows a second of training, memory.")
final class ForecastBenchCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with m5_sales, m5_prices and m5_calendar, csv or csv.gz.")
  private Path data = Path.of("");

  @Option(
      names = "--rows",
      defaultValue = "350000",
      description = "Rows to train on. Default: 350000.")
  private int rows;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "Seconds to forecast. Default: 20.")
  private int seconds;

  ForecastBenchCommand() {}

  @Override
  public Integer call() throws Exception {
    new ForecastBench(data, System.out).run(rows, seconds);
    return 0;
  }
}

package io.gemba.standalone.cli;

import io.gemba.standalone.bench.ForecastBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Speed of training and forecasting. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Series a second of features and forecasts, rows a second of training, memory.")
final class ForecastBenchCommand implements Callable<Integer> {
  @Mixin private SalesFolder data = new SalesFolder();

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
    new ForecastBench(data.path(), System.out).run(rows, seconds);
    return 0;
  }
}

package io.gemba.standalone.cli;

import io.gemba.standalone.bench.ForecastPlot;
import picocli.CommandLine.Option;

/** The options that tell what a stock is for and what too much or too little of it costs. */
final class StockCosts {
  @Option(
      names = "--days",
      defaultValue = "10",
      description = "Days that a stock must suffice for, 1 to 28. Default: 10.")
  private int days;

  @Option(
      names = "--overage",
      defaultValue = "0.035",
      description = "Cost of a unit left over after these days. Default: 0.035.")
  private double overage;

  @Option(
      names = "--underage",
      defaultValue = "0.3",
      description = "Cost of a unit not sold. Default: 0.3.")
  private double underage;

  ForecastPlot.Wish wish(String series, int origin) {
    return new ForecastPlot.Wish(series, origin, days, overage, underage);
  }
}

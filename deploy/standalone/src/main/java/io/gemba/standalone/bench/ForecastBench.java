package io.gemba.standalone.bench;

import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.train.TribuoTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Speed of training and of forecasting 28 days with quantiles, on one thread. */
public final class ForecastBench {
  private static final int KEPT_DAYS = 448;

  private final Panel panel;
  private final PrintStream screen;

  /**
   * @param data folder in the format of M5
   */
  public ForecastBench(Path data, PrintStream screen) throws IOException {
    this.panel = M5Folder.read(data);
    this.screen = screen;
  }

  /**
   * Trains once, then forecasts all series again and again.
   *
   * @param rows about so many rows
   * @param seconds how long to forecast
   */
  public void run(int rows, int seconds) throws IOException {
    ModelTrainer.Options options = ModelTrainer.Options.standard().withRows(rows);
    long start = System.nanoTime();
    DemandModel model = new ModelTrainer(options, TribuoTrainer::new).train(panel);
    print("training", since(start), "s");
    print("training rows", rows / since(start), "rows/s");
    Panel recent = panel.last(KEPT_DAYS);
    int origin = recent.lastDay();
    long done = 0;
    double spent = 0;
    double checksum = 0;
    start = System.nanoTime();
    boolean isWarm = false;
    while (since(start) < seconds) {
      long began = System.nanoTime();
      DemandModel.Forecasts forecasts = model.on(recent);
      for (int series = 0; series < recent.members().size(); series++) {
        checksum +=
            forecasts.forecast(series, origin).map(forecast -> forecast.mean()[0]).orElse(0.0);
      }
      if (isWarm) {
        done += recent.members().size();
        spent += since(began);
      }
      isWarm = true;
    }
    screen.println(String.format(Locale.ROOT, "checksum,%.3f", checksum));
    print("peak memory", peakMegabytes(), "MB");
    print("forecasts", done / Math.max(1e-9, spent), "series/s");
  }

  private void print(String name, double value, String unit) {
    screen.println(String.format(Locale.ROOT, "%s: %.1f %s", name, value, unit));
  }

  /** Peak resident memory of this process; 0 where the system does not tell. */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}

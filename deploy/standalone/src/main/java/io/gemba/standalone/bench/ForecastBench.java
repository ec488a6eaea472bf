package io.gemba.standalone.bench;

import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.train.TribuoTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Speed of training and of forecasting 28 days with quantiles, on one thread. */
public final class ForecastBench {
  private static final int KEPT_DAYS = 448;
  private static final int WEEK = 7;
  private static final int LEAST_WEEKS = 2;

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
    forecasts(model, seconds);
    print("peak memory", ResidentMemory.mostMebibytes(), "MB");
  }

  /**
   * A week as a running job sees it, again and again: each day the panel grows by a day, and on the
   * first the level is measured.
   */
  private void forecasts(DemandModel model, int seconds) {
    double checksum = 0;
    double first = 0;
    double later = 0;
    int weeks = 0;
    long start = System.nanoTime();
    while (weeks < LEAST_WEEKS || since(start) < seconds) {
      DemandModel.Forecasts before = null;
      for (int day = 0; day < WEEK; day++) {
        int origin = panel.lastDay() - WEEK + 1 + day;
        Panel known = panel.until(origin).last(KEPT_DAYS);
        long began = System.nanoTime();
        DemandModel.Forecasts today = model.on(known);
        if (before != null) {
          today.after(before);
        }
        before = today;
        for (int series = 0; series < known.members().size(); series++) {
          checksum +=
              today.forecast(series, origin).map(forecast -> forecast.mean()[0]).orElse(0.0);
        }
        if (weeks > 0 && day == 0) {
          first += since(began);
        } else if (weeks > 0) {
          later += since(began);
        }
      }
      weeks++;
    }
    double each = panel.members().size() * (weeks - 1.0);
    screen.println(String.format(Locale.ROOT, "checksum,%.3f", checksum));
    print("forecasts on the day the level is measured", each / first, "series/s");
    print("forecasts on the six days after", 6 * each / later, "series/s");
    print("forecasts", 7 * each / (first + later), "series/s");
  }

  private void print(String name, double value, String unit) {
    screen.println(String.format(Locale.ROOT, "%s: %.1f %s", name, value, unit));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}

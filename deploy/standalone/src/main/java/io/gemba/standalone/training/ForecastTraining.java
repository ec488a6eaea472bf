package io.gemba.standalone.training;

import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.train.TribuoTrainer;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Trains a model and keeps it in a file. */
public final class ForecastTraining {
  private ForecastTraining() {}

  /**
   * Trains on a folder in the format of M5.
   *
   * @param until number of the last day to learn from; 0 takes all
   * @param out replaced in one step when the model is complete
   */
  public static void run(Path data, int until, Path out, PrintStream screen) throws IOException {
    Panel panel = M5Folder.read(data);
    Panel known = until == 0 ? panel : panel.until(panel.firstDay() + until - 1);
    long start = System.nanoTime();
    DemandModel model =
        new ModelTrainer(ModelTrainer.Options.standard(), TribuoTrainer::new).train(known);
    ModelFile.write(out, model::write);
    screen.printf(
        Locale.ROOT,
        "%s: %d series, %d bytes%ntraining: %.1f s%n",
        model.name(),
        known.members().size(),
        Files.size(out),
        (System.nanoTime() - start) / 1e9);
  }

  /** Reads a model that {@link #run} wrote. */
  public static DemandModel read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return DemandModel.read(in);
    }
  }
}

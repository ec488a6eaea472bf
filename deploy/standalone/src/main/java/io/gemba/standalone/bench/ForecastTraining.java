package io.gemba.standalone.bench;

import io.gemba.forecast.backtest.M5Folder;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.train.TribuoTrainer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    write(model, out);
    screen.printf(
        Locale.ROOT,
        "%s: %d series, %d bytes%ntraining: %.1f s%n",
        model.name(),
        known.members().size(),
        Files.size(out),
        (System.nanoTime() - start) / 1e9);
  }

  /** Writes a model, in one step once it is complete. */
  static void write(DemandModel model, Path out) throws IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try (DataOutputStream file =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      model.write(file);
    }
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads a model. */
  static DemandModel read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return DemandModel.read(in);
    }
  }
}

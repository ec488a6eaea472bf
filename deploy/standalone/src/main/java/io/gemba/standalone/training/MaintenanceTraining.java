package io.gemba.standalone.training;

import io.gemba.forecast.train.TribuoTrainer;
import io.gemba.maintenance.Histories;
import io.gemba.maintenance.LifeModel;
import io.gemba.maintenance.LifeScore;
import io.gemba.maintenance.LifeTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Learns remaining lives from histories, and says how well. */
public final class MaintenanceTraining {
  private static final int FOLDS = 5;
  private static final Map<String, Object> TREES =
      Map.of(
          "objective",
          "reg:squarederror",
          "base_score",
          "0.0",
          "max_depth",
          5,
          "eta",
          0.04,
          "min_child_weight",
          20.0,
          "max_bin",
          64);

  private MaintenanceTraining() {}

  /**
   * Trains on all units.
   *
   * @param data folder in the format of C-MAPSS, or a csv file
   * @param out replaced in one step when the model is complete
   */
  public static LifeModel train(Path data, Path out, PrintStream screen) throws IOException {
    long start = System.nanoTime();
    LifeModel model = trainer(data).train();
    ModelFile.write(out, model::write);
    screen.printf(
        Locale.ROOT,
        "%s: %d of %d sensors, %d trees, %d bytes%ntraining: %.1f s%n",
        out,
        model.used().length,
        model.sensors().size(),
        model.trees().trees(),
        Files.size(out),
        (System.nanoTime() - start) / 1e9);
    return model;
  }

  /** Prints how well units are told by a model of the others, in cycles. */
  public static void evaluate(Path data, PrintStream screen) throws IOException {
    LifeTrainer trainer = trainer(data);
    List<LifeTrainer.Told> told = trainer.crossValidate();
    LifeScore score = LifeScore.of(told);
    screen.printf(
        Locale.ROOT,
        "folds: %d%nRMSE of every cycle: %.2f cycles%nRMSE of the last 125 cycles: %.2f cycles%n"
            + "NASA score: %.0f%n"
            + "true life within the 80 %% interval: %.1f %%%nRMSE of one cut a unit: %.2f cycles%n",
        FOLDS,
        score.everyCycle(),
        score.belowCap(),
        score.nasa(),
        100 * trainer.coverage(told),
        score.oneCut());
  }

  private static LifeTrainer trainer(Path data) throws IOException {
    Histories histories = Histories.read(data);
    return new LifeTrainer(
        histories.sensors(),
        histories.units(),
        features -> new TribuoTrainer(features, features, TREES),
        FOLDS);
  }
}

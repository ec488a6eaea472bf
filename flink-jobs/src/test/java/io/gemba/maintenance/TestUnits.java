package io.gemba.maintenance;

import io.gemba.forecast.train.TribuoTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Machines whose vibration rises in their last 100 cycles, and whose other sensors say nothing. */
public final class TestUnits {
  public static final List<String> SENSORS = List.of("constant", "vibration", "noise");

  private static final Map<String, Object> TREES =
      Map.of("objective", "reg:squarederror", "base_score", "0.0", "max_depth", 3, "eta", 0.1);

  private TestUnits() {}

  /** Trains on a number of them. */
  public static LifeTrainer trainer(int units, int folds) {
    return new LifeTrainer(
        SENSORS, units(units, 1), features -> new TribuoTrainer(features, features, TREES), folds);
  }

  public static List<RunToFailure> units(int count, long seed) {
    Random random = new Random(seed);
    List<RunToFailure> units = new ArrayList<>();
    for (int unit = 0; unit < count; unit++) {
      int life = 180 + random.nextInt(60);
      List<double[]> rows = new ArrayList<>();
      for (int cycle = 0; cycle < life; cycle++) {
        double wear = Math.max(0, cycle - (life - 100)) / 100.0;
        rows.add(
            new double[] {
              4, 2 + 3 * wear + 0.1 * random.nextGaussian(), 10 + random.nextGaussian()
            });
      }
      units.add(new RunToFailure("u" + unit, rows));
    }
    return units;
  }
}

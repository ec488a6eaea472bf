package io.gemba.forecast.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.forecast.learn.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.Regressor;

final class TribuoTrainerTest {
  private static final int FEATURES = 12;

  @Test
  void plain_anyRow_equalsTheNativeLibrary() {
    TribuoTrainer trainer =
        new TribuoTrainer(
            4, FEATURES, Map.of("max_depth", 6, "eta", 0.2, "tweedie_variance_power", "1.1"));
    SplittableRandom random = new SplittableRandom(11);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      float[] row = row(random);
      rows.add(row);
      double target = Math.exp(row[0] - 0.5 * row[3]) * random.nextDouble(0, 2);
      trainer.add(row, target, 1 + random.nextDouble());
    }

    XGBoostModel<Regressor> model = trainer.train(40);
    TreeEnsemble plain = trainer.plain(model);

    assertThat(plain.trees()).isEqualTo(40);
    for (float[] row : rows.subList(0, 500)) {
      double expected = model.predict(example(row)).getOutput().getValues()[0];
      assertThat(Math.exp(plain.margin(row))).isCloseTo(expected, within(1e-5 * expected));
    }
  }

  private static float[] row(SplittableRandom random) {
    float[] row = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      row[i] = (float) random.nextDouble(-1, 1);
    }
    row[FEATURES - 1] = random.nextInt(3);
    return row;
  }

  private static ArrayExample<Regressor> example(float[] row) {
    String[] names = new String[FEATURES];
    double[] values = new double[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      names[i] = "f%03d".formatted(i);
      values[i] = row[i];
    }
    return new ArrayExample<>(new Regressor("units", 0), names, values);
  }
}

package io.gemba.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TreeEnsembleTest {
  private static final int ORIGIN_FEATURES = 5;
  private static final int DAY_FEATURES = 4;

  @Test
  void margins_allDaysAtOnce_equalTheWalkOfEachDay() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TreeEnsemble trees = trees(random, 1 + random.nextInt(20));
      int days = 1 + random.nextInt(32);
      float[] origin = row(random, ORIGIN_FEATURES);
      float[][] ofDays = new float[DAY_FEATURES][];
      for (int i = 0; i < DAY_FEATURES; i++) {
        ofDays[i] = row(random, days);
      }

      double[] margins = new double[days];
      trees.margins(origin, ofDays, margins);

      for (int day = 0; day < days; day++) {
        float[] row = new float[ORIGIN_FEATURES + DAY_FEATURES];
        System.arraycopy(origin, 0, row, 0, ORIGIN_FEATURES);
        for (int i = 0; i < DAY_FEATURES; i++) {
          row[ORIGIN_FEATURES + i] = ofDays[i][day];
        }
        assertThat(margins[day]).as("seed %d", seed).isCloseTo(trees.margin(row), within(1e-9));
      }
    }
  }

  @Test
  void read_whatWasWritten_givesTheSameMargins() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    TreeEnsemble trees = trees(random, 10);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trees.write(new DataOutputStream(bytes));

    TreeEnsemble read =
        TreeEnsemble.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    float[] row = row(random, ORIGIN_FEATURES + DAY_FEATURES);
    assertThat(read.margin(row)).isEqualTo(trees.margin(row));
    assertThat(read.trees()).isEqualTo(10);
  }

  private static float[] row(SplittableRandom random, int size) {
    float[] row = new float[size];
    for (int i = 0; i < size; i++) {
      row[i] = random.nextInt(10);
    }
    return row;
  }

  private static TreeEnsemble trees(SplittableRandom random, int count) {
    List<List<TreeEnsemble.Node>> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<TreeEnsemble.Node> nodes = new ArrayList<>();
      grow(random, nodes, 0);
      trees.add(nodes);
    }
    return TreeEnsemble.of(trees, ORIGIN_FEATURES, ORIGIN_FEATURES + DAY_FEATURES, 0.25);
  }

  private static int grow(SplittableRandom random, List<TreeEnsemble.Node> nodes, int depth) {
    int at = nodes.size();
    nodes.add(TreeEnsemble.Node.leaf((float) random.nextDouble(-1, 1)));
    if (depth < 6 && random.nextInt(5) > 0) {
      int left = grow(random, nodes, depth + 1);
      int right = grow(random, nodes, depth + 1);
      int feature = random.nextInt(ORIGIN_FEATURES + DAY_FEATURES);
      nodes.set(at, new TreeEnsemble.Node(feature, (float) random.nextInt(10), left, right));
    }
    return at;
  }
}

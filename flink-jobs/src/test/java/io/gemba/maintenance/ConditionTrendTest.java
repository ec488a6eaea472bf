package io.gemba.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ConditionTrendTest {
  private static final Offset<Float> CLOSE = Offset.offset(1e-4f);

  @Test
  void straightLine_hasItsMeansSlopeAndDrift() {
    ConditionTrend trend = new ConditionTrend(2);
    for (int cycle = 0; cycle < 50; cycle++) {
      trend.add(new double[] {3 + 2 * cycle, 7});
    }

    float[] features = trend.features();

    // values 3 .. 101: the mean of the last n ends half of n - 1 steps before the last
    assertThat(features).hasSize(2 * ConditionTrend.FEATURES + 1);
    assertThat(features[0]).isCloseTo(97, CLOSE);
    assertThat(features[1]).isCloseTo(92, CLOSE);
    assertThat(features[2]).isCloseTo(82, CLOSE);
    assertThat(features[3]).isCloseTo(72, CLOSE);
    assertThat(features[4]).isCloseTo(2, CLOSE);
    assertThat(features[5]).isCloseTo(80, CLOSE);
    assertThat(features[10]).isCloseTo(0, CLOSE);
    assertThat(features[12]).isEqualTo(50);
  }

  @Test
  void firstCycles_haveNoDriftYet() {
    ConditionTrend trend = new ConditionTrend(1);
    trend.add(new double[] {5});
    trend.add(new double[] {9});

    assertThat(trend.features()).containsExactly(7, 7, 7, 7, 4, 0, 2);
  }

  @Test
  void writtenAndReadAnywhere_goesOnTheSame() throws IOException {
    Random random = new Random(3);
    ConditionTrend trend = new ConditionTrend(3);
    for (int cycle = 0; cycle < 80; cycle++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      trend.write(new DataOutputStream(bytes));
      ConditionTrend read =
          ConditionTrend.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      double[] row = random.doubles(3).toArray();
      trend.add(row);
      read.add(row);

      assertThat(read.features()).isEqualTo(trend.features());
    }
  }
}

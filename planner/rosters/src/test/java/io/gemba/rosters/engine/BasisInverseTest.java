package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasisInverseTest {
  private static final int SIZE = 9;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void pivots_keepItTheInverseOfTheBasis(long seed) {
    Random random = new Random(seed);
    double[][] basis = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      basis[i][i] = 3 + random.nextInt(3);
      basis[i][random.nextInt(SIZE)] += 1;
    }
    BasisInverse inverse = new BasisInverse(SIZE);
    inverse.invert(copy(basis));

    for (int step = 0; step < 20; step++) {
      double[] entering = random.doubles(SIZE, -2, 2).toArray();
      double[] direction = new double[SIZE];
      for (int k = 0; k < SIZE; k++) {
        inverse.addColumn(k, entering[k], direction);
      }
      int leaving = largest(direction);
      inverse.row(leaving);
      inverse.pivot(leaving, direction, new double[SIZE], 0);
      for (int k = 0; k < SIZE; k++) {
        basis[k][leaving] = entering[k];
      }
    }

    for (int variable = 0; variable < SIZE; variable++) {
      double[] unit = new double[SIZE];
      for (int k = 0; k < SIZE; k++) {
        inverse.addColumn(k, basis[k][variable], unit);
      }
      for (int i = 0; i < SIZE; i++) {
        assertThat(unit[i]).isCloseTo(i == variable ? 1 : 0, within(1e-8));
      }
    }
  }

  @Test
  void singularBasis_isRefused() {
    BasisInverse inverse = new BasisInverse(2);

    assertThatThrownBy(() -> inverse.invert(new double[][] {{1, 2}, {2, 4}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("singular");
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
    }
    return best;
  }
}

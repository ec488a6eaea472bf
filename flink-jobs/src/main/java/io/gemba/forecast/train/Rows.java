package io.gemba.forecast.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;

/**
 * Training rows as plain numbers: 4 bytes a feature, where the library's own examples take 12 and
 * 20 more while it copies them.
 *
 * <p>Layout: blocks of {@value #BLOCK_ROWS} rows; a block has the features of its first row, then
 * of its second. Not thread safe.
 */
final class Rows {
  private static final int BLOCK_ROWS = 4096;

  private final int features;
  private final List<float[]> blocks = new ArrayList<>();
  private float[] targets = new float[BLOCK_ROWS];
  private float[] weights = new float[BLOCK_ROWS];
  private int size;

  /**
   * @param features of every row
   */
  Rows(int features) {
    this.features = features;
  }

  /** Takes a row; the array is copied. */
  void add(float[] row, float target, float weight) {
    int at = size % BLOCK_ROWS;
    if (at == 0) {
      blocks.add(new float[BLOCK_ROWS * features]);
    }
    if (size == targets.length) {
      targets = Arrays.copyOf(targets, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    System.arraycopy(row, 0, blocks.get(blocks.size() - 1), at * features, features);
    targets[size] = target;
    weights[size] = weight;
    size++;
  }

  int size() {
    return size;
  }

  /**
   * The rows as the native library wants them. They are given up: each block is let go once it is
   * copied, so that there are never two whole copies beside the library's own.
   */
  DMatrix handOver() throws XGBoostError {
    BigDenseMatrix dense = new BigDenseMatrix(size, features);
    try {
      long next = 0;
      for (int block = 0; block < blocks.size(); block++) {
        float[] values = blocks.set(block, new float[0]);
        int rows = Math.min(BLOCK_ROWS, size - block * BLOCK_ROWS);
        for (int i = 0; i < rows * features; i++) {
          dense.set(next++, values[i]);
        }
      }
      DMatrix matrix = new DMatrix(dense, Float.NaN);
      matrix.setLabel(Arrays.copyOf(targets, size));
      matrix.setWeight(Arrays.copyOf(weights, size));
      return matrix;
    } finally {
      dense.dispose();
      blocks.clear();
      size = 0;
    }
  }
}

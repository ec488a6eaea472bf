package io.gemba.forecast.learn;

import java.util.Map;

/** Takes training rows and grows trees from them. Implemented by the trainer's library. */
public interface RowSink {
  /** Makes a sink for rows of so many features, the first of which are the origin's. */
  interface Factory {
    /**
     * @param originFeatures features that all days of a series share
     * @param features all
     * @param settings of the trees
     */
    RowSink of(int originFeatures, int features, Map<String, Object> settings);
  }

  /** Takes a row; the array is copied. */
  void add(float[] row, double target, double weight);

  /** Rows taken. */
  int rows();

  /** Grows the trees; the rows are given up. */
  TreeEnsemble grow(int trees);
}

package io.gemba.sensors.benchmark;

import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;

/**
 * AWS's thresholded random cut forest (after Guha, Mishra, Roy and Schrijvers, "Robust Random Cut
 * Forest Based Anomaly Detection on Streams", 2016) beside which our detector is measured, and
 * which users who know it can choose. The only class that knows the library.
 *
 * <p>Shingles of eight readings, 30 trees of 256 samples and thresholds that the forest adjusts
 * itself: of the settings tried, the one that scores best. Its decay in time and all else is as its
 * authors set it. Goes by the order of readings, not by their times. About 400 KiB a series. Not
 * thread safe, starts no threads.
 */
public final class RandomCutForestPeer {
  private static final int SHINGLE_READINGS = 8;
  private static final int TREES = 30;
  private static final int SAMPLES = 256;
  private static final long SEED = 1;

  private final ThresholdedRandomCutForest forest =
      ThresholdedRandomCutForest.builder()
          .dimensions(SHINGLE_READINGS)
          .shingleSize(SHINGLE_READINGS)
          .numberOfTrees(TREES)
          .sampleSize(SAMPLES)
          .randomSeed(SEED)
          .autoAdjust(true)
          .build();

  private long count;

  /** A forest that knows nothing yet; each draws the same numbers. */
  public RandomCutForestPeer() {}

  /**
   * Judges a reading by what came before it, then learns from it.
   *
   * @param value finite
   * @return the forest's anomaly grade: 0 for what is usual, up to 1
   */
  public double next(double value) {
    count++;
    return forest.process(new double[] {value}, count).getAnomalyGrade();
  }
}

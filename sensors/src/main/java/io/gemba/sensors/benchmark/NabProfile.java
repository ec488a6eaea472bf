package io.gemba.sensors.benchmark;

import java.util.List;

/**
 * What a mistake weighs. A found window weighs 1 in all.
 *
 * @param name as the benchmark's users write it
 * @param falsePositive weight of a false alarm, above 0
 * @param falseNegative weight of a missed window, above 0
 */
public record NabProfile(String name, double falsePositive, double falseNegative) {
  /** Reward of the Numenta Anomaly Benchmark 1.1 with the usual weights. */
  public static final NabProfile STANDARD = new NabProfile("standard", 0.11, 1);

  /** False alarms weigh twice. */
  public static final NabProfile LOW_FALSE_POSITIVES = new NabProfile("low-FP", 0.22, 1);

  /** Missed windows weigh twice. */
  public static final NabProfile LOW_FALSE_NEGATIVES = new NabProfile("low-FN", 0.11, 2);

  /** All three, in the order in which they are published. */
  public static final List<NabProfile> ALL =
      List.of(STANDARD, LOW_FALSE_POSITIVES, LOW_FALSE_NEGATIVES);
}

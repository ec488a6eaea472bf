package io.gemba.sensors.control;

/**
 * Factors of control charts for subgroups of 2 to 25 normal values, from the mean d2 and the
 * deviation d3 of their range in deviations of the values (ASTM E2587, table 1; Montgomery,
 * Introduction to Statistical Quality Control, appendix VI).
 */
final class ShewhartConstants {
  static final int LARGEST = 25;

  private static final double[] D2 = {
    1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258, 3.336, 3.407,
    3.472, 3.532, 3.588, 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931
  };
  private static final double[] RANGE_DEVIATION = {
    0.853, 0.888, 0.880, 0.864, 0.848, 0.833, 0.820, 0.808, 0.797, 0.787, 0.778, 0.770, 0.763,
    0.756, 0.750, 0.744, 0.739, 0.734, 0.729, 0.724, 0.720, 0.716, 0.712, 0.708
  };

  private ShewhartConstants() {}

  /** Mean range in deviations. */
  static double d2(int size) {
    return D2[index(size)];
  }

  /** Distance of the limits of means from their centre, in mean ranges. */
  static double a2(int size) {
    return 3 / (d2(size) * Math.sqrt(size));
  }

  /** Lower limit of ranges, in mean ranges. */
  static double d3(int size) {
    return Math.max(0, 1 - 3 * RANGE_DEVIATION[index(size)] / d2(size));
  }

  /** Upper limit of ranges, in mean ranges. */
  static double d4(int size) {
    return 1 + 3 * RANGE_DEVIATION[index(size)] / d2(size);
  }

  private static int index(int size) {
    if (size < 2 || size > LARGEST) {
      throw new IllegalArgumentException(
          "Subgroup size (%d) must be 2 to %d.".formatted(size, LARGEST));
    }
    return size - 2;
  }
}

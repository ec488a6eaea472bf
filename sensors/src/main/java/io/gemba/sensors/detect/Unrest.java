package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much less the last 16 readings move than they used to: the logarithm of their usual deviation
 * over the one now, 0 when they move more. Not thread safe; O(16).
 */
final class Unrest {
  private static final int READINGS = 16;
  private static final double MEMORY_READINGS = 8_192;
  private static final double MOST = 1_000;
  private static final double SMALLEST = 1e-9;

  private final double[] ring = new double[READINGS];
  private final SlowLevel usual = new SlowLevel(MEMORY_READINGS, MEMORY_READINGS);

  /**
   * Takes a reading in.
   *
   * @param count readings so far, this one included
   */
  double next(double value, long count) {
    ring[(int) (count % READINGS)] = value;
    if (count < READINGS) {
      return 0;
    }
    double mean = 0;
    for (double reading : ring) {
      mean += reading / READINGS;
    }
    double squares = 0;
    for (double reading : ring) {
      squares += (reading - mean) * (reading - mean);
    }
    double deviation = Math.sqrt(squares / READINGS);
    double reference = Math.max(usual.level(), SMALLEST * Math.max(1, Math.abs(mean)));
    usual.learn(deviation, count - READINGS + 1);
    return Math.max(0, Math.log(reference / Math.max(deviation, reference / MOST)));
  }

  void write(DataOutput out) throws IOException {
    for (double reading : ring) {
      out.writeDouble(reading);
    }
    usual.write(out);
  }

  void fill(DataInput in) throws IOException {
    for (int i = 0; i < READINGS; i++) {
      ring[i] = in.readDouble();
    }
    usual.fill(in);
  }
}

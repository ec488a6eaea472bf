package io.gemba.sensors.production;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the stops of a machine last, by reason: the mean of its own past ones, begun with one of
 * {@value #PRIOR_MINUTES} minutes. At most {@value #MOST_REASONS} reasons, 40 bytes each; others
 * share one. Not thread safe.
 */
final class RepairTimes {
  static final double PRIOR_MINUTES = 30;

  private static final int MOST_REASONS = 16;
  private static final String OTHER = "";

  private final Map<String, double[]> countAndMinutes = new TreeMap<>();

  /** Expected minutes of a stop with this reason. */
  double expectedMinutes(String reason) {
    double[] known = countAndMinutes.get(key(reason));
    return known == null ? PRIOR_MINUTES : (PRIOR_MINUTES + known[1]) / (1 + known[0]);
  }

  void add(String reason, double minutes) {
    double[] known = countAndMinutes.computeIfAbsent(key(reason), r -> new double[2]);
    known[0]++;
    known[1] += minutes;
  }

  private String key(String reason) {
    return countAndMinutes.containsKey(reason) || countAndMinutes.size() < MOST_REASONS
        ? reason
        : OTHER;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(countAndMinutes.size());
    for (Map.Entry<String, double[]> entry : countAndMinutes.entrySet()) {
      out.writeUTF(Text.bounded(entry.getKey()));
      out.writeDouble(entry.getValue()[0]);
      out.writeDouble(entry.getValue()[1]);
    }
  }

  void fill(DataInput in) throws IOException {
    countAndMinutes.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      countAndMinutes.put(in.readUTF(), new double[] {in.readDouble(), in.readDouble()});
    }
  }
}

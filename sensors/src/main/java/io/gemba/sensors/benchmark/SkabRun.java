package io.gemba.sensors.benchmark;

import io.gemba.sensors.detect.MachineDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The outlier task of the Skoltech Anomaly Benchmark by its leaderboard's protocol: the first 400
 * rows of each experiment teach level and limit, all rows after them of all experiments are counted
 * together.
 *
 * <p>To call every row anomalous gives an F1 near .7, so F1 is worth little without the false alarm
 * rate.
 *
 * @param rows a csv row an experiment: name, rows, anomalous rows, false alarms, missed rows, delay
 *     in seconds, empty when missed
 * @param f1 of the rows
 * @param falseAlarmRate share of good rows that alarm
 * @param missedAlarmRate share of anomalous rows that do not
 * @param medianDelaySeconds from the first anomalous row to the first alarm in the anomaly; a
 *     missed one counts as infinite
 * @param missed anomalies without any alarm
 * @param anomalies how many there are
 */
public record SkabRun(
    List<String> rows,
    double f1,
    double falseAlarmRate,
    double missedAlarmRate,
    double medianDelaySeconds,
    int missed,
    int anomalies) {
  private static final int TEACHING_ROWS = 400;

  /** Runs the distance of a machine's sensors, which the anomaly job does not use yet. */
  public static SkabRun of(List<SkabFile> files) {
    Count all = new Count();
    List<String> rows = new ArrayList<>();
    for (SkabFile file : files) {
      Count one = count(file);
      rows.add(one.row(file.name()));
      all.add(one);
    }
    double[] delays = all.delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new SkabRun(
        List.copyOf(rows),
        2.0 * all.hits / (2.0 * all.hits + all.falseAlarms + all.misses),
        (double) all.falseAlarms / (all.falseAlarms + all.quiet),
        (double) all.misses / (all.misses + all.hits),
        delays.length == 0 ? Double.NaN : delays[delays.length / 2],
        (int) Arrays.stream(delays).filter(Double::isInfinite).count(),
        delays.length);
  }

  private static Count count(SkabFile file) {
    MachineDistance distance =
        new MachineDistance(
            Arrays.copyOf(file.rows(), Math.min(TEACHING_ROWS, file.rows().length)));
    Count count = new Count();
    boolean before = false;
    for (int i = TEACHING_ROWS; i < file.rows().length; i++) {
      boolean alarm = distance.next(file.rows()[i]) >= distance.limit();
      boolean anomalous = file.anomalous()[i];
      count.row(alarm, anomalous, anomalous && !before);
      before = anomalous;
    }
    return count;
  }

  /** What the rows so far were. */
  private static final class Count {
    private final List<Double> delays = new ArrayList<>();
    private long hits;
    private long misses;
    private long falseAlarms;
    private long quiet;
    private int since;

    void row(boolean alarm, boolean anomalous, boolean begins) {
      if (begins) {
        delays.add(Double.POSITIVE_INFINITY);
        since = 0;
      }
      if (!anomalous) {
        falseAlarms += alarm ? 1 : 0;
        quiet += alarm ? 0 : 1;
        return;
      }
      hits += alarm ? 1 : 0;
      misses += alarm ? 0 : 1;
      int last = delays.size() - 1;
      if (alarm && delays.get(last).isInfinite()) {
        delays.set(last, (double) since);
      }
      since++;
    }

    void add(Count other) {
      delays.addAll(other.delays);
      hits += other.hits;
      misses += other.misses;
      falseAlarms += other.falseAlarms;
      quiet += other.quiet;
    }

    String row(String name) {
      String delay = delays.isEmpty() || delays.get(0).isInfinite() ? "" : "" + delays.get(0);
      return String.format(
          Locale.ROOT,
          "%s,%d,%d,%d,%d,%s",
          name,
          hits + misses + falseAlarms + quiet,
          hits + misses,
          falseAlarms,
          misses,
          delay);
    }
  }
}

package io.gemba.sensors.control;

import io.gemba.message.ControlChart;
import io.gemba.message.ControlChart.Kind;
import io.gemba.message.ControlChart.Point;
import io.gemba.message.ControlChart.Rule;
import io.gemba.message.ProductionWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The p chart of a machine: the share of scrap and rework in the units of each hour that is over
 * (NIST/SEMATECH e-Handbook, 6.3.3.2). The first {@value #LEARNT} hours make the centre line, those
 * outside the limits they make themselves left out once; the limits of an hour follow from its
 * units. An hour that is corrected replaces itself. About 1 KiB. Not thread safe.
 */
public final class ScrapChart {
  /** The layout that {@link #write} writes. */
  public static final int LAYOUT = 1;

  static final int LEARNT = 25;

  private record Hour(long bad, long units) {
    private double share() {
      return (double) bad / units;
    }
  }

  private final TreeMap<Long, Hour> hours = new TreeMap<>();
  private long revision;
  private @Nullable Double centre;

  /**
   * Takes a window in.
   *
   * @return the chart; null when the window is still open, made nothing, or is older than all that
   *     is shown
   */
  public @Nullable ControlChart observe(ProductionWindow window) {
    long bad = window.scrapCount() + window.reworkCount();
    long units = window.goodCount() + bad;
    long start = window.start().toEpochMilli();
    boolean tooOld = hours.size() == LEARNT && start < hours.firstKey();
    if (!window.closed() || units == 0 || tooOld) {
      return null;
    }
    hours.put(start, new Hour(bad, units));
    if (hours.size() > LEARNT) {
      hours.pollFirstEntry();
    }
    revision++;
    if (centre == null && hours.size() == LEARNT) {
      learn();
    }
    return chart(window.machine());
  }

  private void learn() {
    double trial = share(List.copyOf(hours.values()));
    List<Hour> usual =
        hours.values().stream().filter(hour -> lines(trial, hour).contains(hour.share())).toList();
    centre = usual.isEmpty() ? trial : share(usual);
  }

  private static double share(List<Hour> hours) {
    long units = hours.stream().mapToLong(Hour::units).sum();
    return (double) hours.stream().mapToLong(Hour::bad).sum() / units;
  }

  private static ControlLines lines(double centre, Hour hour) {
    return ControlLines.ofShares(centre, (double) hour.units());
  }

  private ControlChart chart(String machine) {
    List<Point> points = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    Double known = centre;
    for (Map.Entry<Long, Hour> entry : hours.entrySet()) {
      Hour hour = entry.getValue();
      List<Rule> rules = List.of();
      if (known != null) {
        distances.add(lines(known, hour).distance(hour.share()));
        rules = List.copyOf(RunRules.completedBy(distances));
      }
      points.add(new Point(Instant.ofEpochMilli(entry.getKey()), hour.share(), null, rules));
    }
    return new ControlChart(
        "control-" + machine,
        revision,
        machine,
        Kind.PROPORTION,
        known == null ? null : lines(known, hours.lastEntry().getValue()).asMessage(),
        null,
        points,
        null);
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(hours.size());
    for (Map.Entry<Long, Hour> entry : hours.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeLong(entry.getValue().bad());
      out.writeLong(entry.getValue().units());
    }
    out.writeLong(revision);
    out.writeDouble(centre == null ? Double.NaN : centre);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param layout of the version that wrote it
   * @throws IOException if the layout is not known
   */
  public static ScrapChart read(DataInput in, int layout) throws IOException {
    if (layout != LAYOUT) {
      throw new IOException("Layout " + layout + " of a scrap chart is not known.");
    }
    ScrapChart chart = new ScrapChart();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      chart.hours.put(in.readLong(), new Hour(in.readLong(), in.readLong()));
    }
    chart.revision = in.readLong();
    double centre = in.readDouble();
    chart.centre = Double.isNaN(centre) ? null : centre;
    return chart;
  }
}

package io.gemba.maintenance;

import io.gemba.message.MachineLife;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the part of one machine that wears: readings become cycles of running, cycles a trend.
 * Knows no model, so that one that comes late, or anew, tells from all that was seen.
 *
 * <p>Running time is the time between readings, as long as the machine is known to run and is
 * heard; a cycle is the mean of each sensor's readings in so much of it. A sensor without a reading
 * in a cycle counts as in the one before; cycles from before all sensors were heard are not
 * counted. Readings may come in any order: those that are late count in the cycle that is open.
 * About 300 bytes a sensor. Not thread safe.
 */
public final class ConditionWatch {
  /** Number of what {@link #write} writes. */
  public static final int LAYOUT = 1;

  private static final long NEVER = Long.MIN_VALUE;

  private final List<String> sensors;
  private final long cycleMillis;
  private final double[] sums;
  private final int[] counts;
  private final double[] means;
  private final List<String> missing = new ArrayList<>();
  private ConditionTrend trend;
  private boolean runs;
  private long replacedMillis = NEVER;
  private long sinceMillis = NEVER;
  private long lastMillis = NEVER;
  private long cycleEndMillis = NEVER;
  private long ranMillis;

  /** A part whose life begins with its first reading. */
  public ConditionWatch(WatchedPart part) {
    this(part.sensors(), part.cycleMillis());
  }

  private ConditionWatch(List<String> sensors, long cycleMillis) {
    this.sensors = List.copyOf(sensors);
    this.cycleMillis = cycleMillis;
    this.sums = new double[sensors.size()];
    this.counts = new int[sensors.size()];
    this.means = new double[sensors.size()];
    Arrays.fill(means, Double.NaN);
    this.trend = new ConditionTrend(sensors.size());
  }

  /** Whether this is still what the site file watches. */
  public boolean isOf(WatchedPart part) {
    return sensors.equals(part.sensors()) && cycleMillis == part.cycleMillis();
  }

  /** Cycles of the part's life. */
  public int cycles() {
    return trend.cycles();
  }

  ConditionTrend trend() {
    return trend;
  }

  /**
   * Takes a trusted reading in.
   *
   * @param part the one this is of
   * @param sensor id within the machine
   * @return whether that completed a cycle
   */
  public boolean observe(WatchedPart part, String sensor, long atMillis, double value) {
    if (atMillis < replacedMillis) {
      return false;
    }
    if (part.running() == null) {
      runs = true;
    } else if (part.running().sensor().equals(sensor)) {
      runs = value > part.running().above();
    }
    boolean completed = false;
    if (runs) {
      if (sinceMillis == NEVER) {
        sinceMillis = atMillis;
      }
      if (lastMillis != NEVER && atMillis > lastMillis) {
        ranMillis += Math.min(atMillis - lastMillis, part.silentMillis());
      }
      if (ranMillis >= cycleMillis) {
        completed = complete();
      }
      int place = sensors.indexOf(sensor);
      if (place >= 0) {
        sums[place] += value;
        counts[place]++;
      }
    }
    lastMillis = Math.max(lastMillis, atMillis);
    return completed;
  }

  /** Ends the cycle; what it ran too long counts to the next, but never as all of it. */
  private boolean complete() {
    ranMillis = Math.min(ranMillis - cycleMillis, cycleMillis - 1);
    missing.clear();
    for (int i = 0; i < sums.length; i++) {
      if (counts[i] == 0) {
        missing.add(sensors.get(i));
      } else {
        means[i] = sums[i] / counts[i];
      }
      sums[i] = 0;
      counts[i] = 0;
    }
    if (Arrays.stream(means).anyMatch(Double::isNaN)) {
      sinceMillis = NEVER;
      return false;
    }
    trend.add(means);
    cycleEndMillis = lastMillis;
    return true;
  }

  /**
   * The part was replaced: its life begins with the first reading from then on. Said again, of an
   * earlier time than was said before, or of a time before all that was seen, it changes nothing.
   */
  public void replaced(long atMillis) {
    if (atMillis <= replacedMillis) {
      return;
    }
    replacedMillis = atMillis;
    if (sinceMillis >= atMillis) {
      return;
    }
    sinceMillis = NEVER;
    cycleEndMillis = NEVER;
    ranMillis = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
    Arrays.fill(means, Double.NaN);
    missing.clear();
    trend = new ConditionTrend(sensors.size());
  }

  /**
   * What a model tells after the newest cycle; only once there is one.
   *
   * @param part the one this is of
   * @param model not refused by it
   */
  public MachineLife life(WatchedPart part, LifeModel model) {
    RemainingLife left = model.tell(trend.select(part.places(model)));
    return new MachineLife(
        part.machine(),
        part.model(),
        Instant.ofEpochMilli(sinceMillis),
        Instant.ofEpochMilli(cycleEndMillis),
        trend.cycles(),
        cycleMillis / 60_000.0,
        left.expected(),
        left.low(),
        left.high(),
        model.cap(),
        left.moved().stream()
            .map(
                moved ->
                    new MachineLife.Moved(part.ownName(model, moved.sensor()), moved.deviations()))
            .toList(),
        missing.stream().map(part::fullId).toList());
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(sensors.size());
    for (int i = 0; i < sensors.size(); i++) {
      out.writeUTF(sensors.get(i));
      out.writeDouble(sums[i]);
      out.writeInt(counts[i]);
      out.writeDouble(means[i]);
      out.writeBoolean(missing.contains(sensors.get(i)));
    }
    out.writeLong(cycleMillis);
    out.writeBoolean(runs);
    out.writeLong(replacedMillis);
    out.writeLong(sinceMillis);
    out.writeLong(lastMillis);
    out.writeLong(cycleEndMillis);
    out.writeLong(ranMillis);
    trend.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param layout the {@link #LAYOUT} it was written with
   * @throws IOException if that layout is not known
   */
  public static ConditionWatch read(DataInput in, int layout) throws IOException {
    if (layout != LAYOUT) {
      throw new IOException("Layout " + layout + " is not known. Was it written later?");
    }
    int size = in.readInt();
    List<String> sensors = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    double[] sums = new double[size];
    int[] counts = new int[size];
    double[] means = new double[size];
    for (int i = 0; i < size; i++) {
      sensors.add(in.readUTF());
      sums[i] = in.readDouble();
      counts[i] = in.readInt();
      means[i] = in.readDouble();
      if (in.readBoolean()) {
        missing.add(sensors.get(i));
      }
    }
    ConditionWatch watch = new ConditionWatch(sensors, in.readLong());
    System.arraycopy(sums, 0, watch.sums, 0, size);
    System.arraycopy(counts, 0, watch.counts, 0, size);
    System.arraycopy(means, 0, watch.means, 0, size);
    watch.missing.addAll(missing);
    watch.runs = in.readBoolean();
    watch.replacedMillis = in.readLong();
    watch.sinceMillis = in.readLong();
    watch.lastMillis = in.readLong();
    watch.cycleEndMillis = in.readLong();
    watch.ranMillis = in.readLong();
    watch.trend = ConditionTrend.read(in);
    return watch;
  }
}

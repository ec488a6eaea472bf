package io.gemba.sensors.detect;

import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the sensors of one machine still go together as they used to, which no sensor
 * alone can tell: a current that rises while the speed does not.
 *
 * <p>Readings become rows, one each time the slowest sensor should have spoken, of the latest value
 * of each sensor. The means of {@value MachineDistance#MEAN_ROWS} rows are compared with a sample
 * of the means of the last {@value #MEMORY_MEANS} or so, good days and stops alike, so that a stop
 * is usual. A mean alarms when it is one and a half times as far from the usual as the farthest of
 * the sample, two and a half times while the sample is young; what alarms is not sampled, until it
 * has lasted for {@value #ACCEPTED_ROWS} rows and is taken for the new usual. After people called
 * its alarms no faults it asks for more, as a sensor does ({@link Strictness}).
 *
 * <p>{@code 4 x sensors x (}{@value #SAMPLES}{@code + 30)} bytes. Not thread safe.
 */
public final class MachineWatch {
  /** Number of what {@link #write} writes. */
  public static final int LAYOUT = 2;

  /** What an episode of a machine names as its detector. */
  public static final String DETECTOR = "machine";

  static final int SAMPLES = 400;

  private static final int LAYOUT_WITH_LESSONS = 2;
  private static final double SHRINK = 0.05;
  private static final double GROWN_TIMES_LARGEST = 1.5;
  private static final int GROWN_SAMPLES = 2 * SAMPLES;
  private static final int FEWEST_SAMPLES = 120;
  private static final int MEMORY_MEANS = 4_000;
  private static final int YOUNG_EVERY_ROWS = 5;
  private static final int SAMPLE_EVERY_ROWS = 30;
  private static final int ACCEPTED_ROWS = 3_600;
  private static final int GAP_ROWS = 10;
  private static final long NEVER = Long.MIN_VALUE;

  private final MachineSensors sensors;
  private final double[] latest;
  private final long[] latestMillis;
  private final RowMeans means;
  private final float[] sample;
  private final MachineEpisode episode;
  private final Lessons lessons = new Lessons(List.of(DETECTOR));
  private int sampled;
  private long seen;
  private long rows;
  private int alarmRows;
  private long rowEndMillis = NEVER;
  private @Nullable MachineReference reference;

  /** A machine that was never seen. */
  public MachineWatch(MachineSensors sensors) {
    this.sensors = sensors;
    int count = sensors.ids().size();
    this.latest = new double[count];
    this.latestMillis = new long[count];
    Arrays.fill(latestMillis, NEVER);
    this.means = new RowMeans(count, MachineDistance.MEAN_ROWS);
    this.sample = new float[SAMPLES * count];
    this.episode = new MachineEpisode(sensors);
  }

  /**
   * Takes a reading in.
   *
   * @param reading one that the quality gate trusts; of another machine is ignored
   * @param episodes takes the machine's alarm when it opens, gets worse or closes
   */
  public void observe(Reading reading, Consumer<? super Episode> episodes) {
    int sensor = sensors.ids().indexOf(reading.sensor());
    if (sensor < 0 || reading.atMillis() < latestMillis[sensor]) {
      return;
    }
    if (rowEndMillis == NEVER) {
      rowEndMillis = reading.atMillis() + sensors.rowMillis();
    }
    if (reading.atMillis() >= rowEndMillis) {
      closeRow(episodes);
      long late = reading.atMillis() - rowEndMillis;
      if (late > GAP_ROWS * sensors.rowMillis()) {
        means.clear();
      }
      rowEndMillis += (late / sensors.rowMillis() + 1) * sensors.rowMillis();
    }
    latest[sensor] = reading.value();
    latestMillis[sensor] = reading.atMillis();
  }

  /**
   * Is told of the alarm of one of its sensors. While one is open the machine raises none of its
   * own; those that come after the machine's are named in it as its causes, earliest onset first.
   */
  public void sensorAlarm(Episode alarm, Consumer<? super Episode> episodes) {
    tell(episode.member(alarm), episodes);
  }

  /**
   * Learns that an alarm of this machine was no fault: its sensors must part half a decade farther
   * from then on, which fades over months. Alarms of single sensors are ignored here.
   */
  public void notAFault(AlarmFeedback feedback) {
    lessons.notAFault(feedback.id(), feedback.detector(), feedback.last().toEpochMilli());
  }

  private void closeRow(Consumer<? super Episode> episodes) {
    for (long millis : latestMillis) {
      if (millis == NEVER || millis < rowEndMillis - (GAP_ROWS + 1) * sensors.rowMillis()) {
        return;
      }
    }
    means.add(latest);
    rows++;
    if (!means.isFull()) {
      return;
    }
    double[] mean = means.mean();
    boolean alarming = reference != null && judge(mean, reference, episodes);
    alarmRows = alarming ? alarmRows + 1 : 0;
    boolean sampling = rows % (sampled < SAMPLES ? YOUNG_EVERY_ROWS : SAMPLE_EVERY_ROWS) == 0;
    if (sampling && (!alarming || alarmRows > ACCEPTED_ROWS)) {
      remember(mean);
    }
  }

  private boolean judge(double[] mean, MachineReference usual, Consumer<? super Episode> episodes) {
    double times = usual.distance(mean) / Math.max(usual.largest(), 1e-9);
    // a tail that falls evenly from 1 through one in so many samples at the farthest of them
    double decades = Math.log10(sampled) * times;
    double limit =
        (seen >= GROWN_SAMPLES ? GROWN_TIMES_LARGEST : MachineDistance.LIMIT_TIMES_LARGEST)
            + lessons.decades(DETECTOR, rowEndMillis) / Math.log10(sampled);
    boolean alarming = times >= limit;
    double opensAt = Math.log10(sampled) * limit;
    tell(
        episode.update(
            new MachineEpisode.Row(rowEndMillis - sensors.rowMillis(), mean, decades, opensAt),
            usual),
        episodes);
    return alarming;
  }

  private static void tell(@Nullable Episode change, Consumer<? super Episode> episodes) {
    if (change != null) {
      episodes.accept(change);
    }
  }

  private void remember(double[] mean) {
    seen++;
    long place = sampled;
    if (sampled < SAMPLES) {
      sampled++;
    } else {
      place = Draw.below(seen, Math.min(seen, MEMORY_MEANS));
      if (place >= SAMPLES) {
        return;
      }
    }
    for (int j = 0; j < mean.length; j++) {
      sample[(int) place * mean.length + j] = (float) mean[j];
    }
    learn();
  }

  private void learn() {
    if (sampled < FEWEST_SAMPLES) {
      return;
    }
    int count = latest.length;
    double[][] all = new double[sampled][count];
    for (int i = 0; i < sampled; i++) {
      for (int j = 0; j < count; j++) {
        all[i][j] = sample[i * count + j];
      }
    }
    reference = new MachineReference(all, SHRINK);
  }

  /** Whether enough was seen to raise an alarm. */
  public boolean isWarm() {
    return reference != null;
  }

  /** The sensors it watches. */
  public List<String> sensors() {
    return sensors.ids();
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    sensors.write(out);
    for (int j = 0; j < latest.length; j++) {
      out.writeDouble(latest[j]);
      out.writeLong(latestMillis[j]);
    }
    means.write(out);
    out.writeInt(sampled);
    for (int i = 0; i < sampled * latest.length; i++) {
      out.writeFloat(sample[i]);
    }
    out.writeLong(seen);
    out.writeLong(rows);
    out.writeInt(alarmRows);
    out.writeLong(rowEndMillis);
    episode.write(out);
    lessons.write(out);
  }

  /**
   * Reads what this or an earlier {@link #write} wrote.
   *
   * @param layout at most {@link #LAYOUT}
   */
  public static MachineWatch read(DataInput in, int layout) throws IOException {
    MachineWatch watch = new MachineWatch(MachineSensors.read(in));
    for (int j = 0; j < watch.latest.length; j++) {
      watch.latest[j] = in.readDouble();
      watch.latestMillis[j] = in.readLong();
    }
    watch.means.fill(in);
    watch.sampled = in.readInt();
    for (int i = 0; i < watch.sampled * watch.latest.length; i++) {
      watch.sample[i] = in.readFloat();
    }
    watch.seen = in.readLong();
    watch.rows = in.readLong();
    watch.alarmRows = in.readInt();
    watch.rowEndMillis = in.readLong();
    watch.episode.fill(in);
    if (layout >= LAYOUT_WITH_LESSONS) {
      watch.lessons.fill(in);
    }
    watch.learn();
    return watch;
  }
}

package io.gemba.sensors.detect;

import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import io.gemba.sensors.quality.Fault;
import io.gemba.sensors.quality.Limits;
import io.gemba.sensors.quality.QualityGate;
import io.gemba.sensors.quality.Verdict;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one sensor: gate, detector, and the episodes that are open. Works in the
 * order of arrival and by the sensor's own times, so a replay of last year and a live sensor do not
 * disturb each other.
 *
 * <p>An alarm opens when a surprise is so rare that the usual would give it once in {@value
 * #FALSE_ALARM_DAYS} days of readings; rare readings come in runs of about {@value #RUN_READINGS},
 * because the statistics look back. About 7 KiB a sensor. Not thread safe.
 */
public final class SensorWatch {
  /** Days of readings in which one false alarm is accepted, for each sensor. */
  public static final double FALSE_ALARM_DAYS = 10;

  /** Number of what {@link #write} writes. */
  public static final int LAYOUT = 7;

  private static final int LAYOUT_WITH_DELIVERY = 6;
  private static final int LAYOUT_WITH_LAG = 7;
  private static final int DETECTOR_BYTES_OF_LAYOUT_1 = 1_540;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double RUN_READINGS = 3;
  private static final double FEWEST_DECADES = 3;

  private final QualityGate gate;
  private final SeriesDetector detector;
  private final EpisodeWatch episode = new EpisodeWatch();
  private double decades;

  /** A sensor that was never seen. */
  public SensorWatch() {
    this(new QualityGate(), new SeriesDetector());
  }

  private SensorWatch(QualityGate gate, SeriesDetector detector) {
    this.gate = gate;
    this.detector = detector;
  }

  /**
   * Takes a reading in.
   *
   * @param limits null when the site file does not know the sensor
   * @param episodes takes what opens, gets worse or closes by it
   */
  public Verdict observe(
      Reading reading, @Nullable Limits limits, Consumer<? super Episode> episodes) {
    Verdict verdict = gate.check(reading, limits, episodes);
    decades = 0;
    if (verdict == Verdict.TRUSTED && limits != null) {
      Surprise surprise = detector.observe(reading.atMillis(), reading.value());
      decades = surprise.decades();
      Episode change = episode.update(reading, surprise, opensAtDecades(limits));
      if (change != null) {
        episodes.accept(change);
      }
    }
    return verdict;
  }

  /**
   * How unusual the latest reading was, in decades; 0 when it was kept from the detector, and until
   * the next reading of a watch that was just read.
   */
  public double decades() {
    return decades;
  }

  private static double opensAtDecades(Limits limits) {
    double readings = FALSE_ALARM_DAYS * SECONDS_PER_DAY / limits.everySeconds();
    return Math.max(FEWEST_DECADES, Math.log10(readings / RUN_READINGS));
  }

  /**
   * Learns that an alarm of this sensor was no fault: the same statistic must be half a decade
   * rarer from then on, which fades over months. Faults of the data are not learnt from.
   */
  public void notAFault(AlarmFeedback feedback) {
    episode.notAFault(feedback.id(), feedback.detector(), feedback.last().toEpochMilli());
  }

  /** When we were started, by the clock on the wall: no sensor is blamed for our own absence. */
  public void startedAt(long atMillis) {
    gate.startedAt(atMillis);
  }

  /** Says that nothing has come for too long: an open alarm ends, a quality episode begins. */
  public void silent(String sensor, Consumer<? super Episode> episodes) {
    Episode change = episode.silent(sensor);
    if (change != null) {
      episodes.accept(change);
    }
    gate.silent(sensor, episodes);
  }

  /** Closes all that is open, for a sensor that will be forgotten. */
  public void giveUp(String sensor, Consumer<? super Episode> episodes) {
    Episode change = episode.silent(sensor);
    if (change != null) {
      episodes.accept(change);
    }
    gate.giveUp(sensor, episodes);
  }

  /** How the sensor does now. At least one reading must have come. */
  public SensorStatus status(String sensor) {
    Fault fault = gate.fault();
    boolean warm = detector.isWarm();
    return new SensorStatus(
        sensor,
        Instant.ofEpochMilli(gate.latestMillis()),
        gate.latestValue(),
        gate.readings(),
        gate.duplicates(),
        gate.rejected(),
        fault == null ? null : fault.label(),
        warm ? detector.expectedLow() : null,
        warm ? detector.expectedHigh() : null,
        gate.delivery());
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    gate.write(out);
    detector.write(out);
    episode.write(out);
    gate.writeDelivery(out);
  }

  /**
   * Reads what this or an earlier {@link #write} wrote. The detector of layout 1 kept other
   * numbers: of it the gate and an open episode are kept, and the series is learnt anew.
   *
   * @param layout at most {@link #LAYOUT}
   */
  public static SensorWatch read(DataInput in, int layout) throws IOException {
    QualityGate gate = QualityGate.read(in);
    if (layout == 1) {
      in.readFully(new byte[DETECTOR_BYTES_OF_LAYOUT_1]);
    }
    SensorWatch watch =
        new SensorWatch(gate, layout == 1 ? new SeriesDetector() : SeriesDetector.read(in, layout));
    watch.episode.fill(in, layout);
    if (layout >= LAYOUT_WITH_DELIVERY) {
      gate.fillDelivery(in, layout >= LAYOUT_WITH_LAG);
    }
    return watch;
  }
}

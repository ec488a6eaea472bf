package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes one episode of readings that are missing between others. More than {@value #HOLE_PERIODS}
 * of the sensor's periods between two readings are a hole; a reading that comes late fills one
 * place of it. An episode opens when a hole as long as the silence that makes a sensor stale is
 * still there after {@value #FILLED_WITHIN} readings in a row at the sensor's pace, or when the
 * holes of half an hour add up to a tenth of its readings; it closes after a third of that time at
 * the sensor's pace. Not thread safe; O(1), 69 bytes.
 */
final class GapWatch {
  static final int FILLED_WITHIN = 10;

  private static final double HOLE_PERIODS = 2.5;
  private static final double OPENS_AT = 0.1;
  private static final int HEALS_IN_PART_OF_SPAN = 3;
  private static final double MILLIS = 1_000;
  private static final int NONE = -1;

  private long good;
  private long missing;
  private long run;
  private long firstHoleMillis;
  private long longHoleMillis;
  private long lastHoleMillis;
  private int sinceLongHole = NONE;
  private boolean open;
  private long onsetMillis;
  private long lost;

  boolean isOpen() {
    return open;
  }

  /** How many readings are missing in a step between two; 0 when it is no hole. */
  static long missing(long stepMillis, Limits limits) {
    double periods = stepMillis / (limits.everySeconds() * MILLIS);
    return periods > HOLE_PERIODS ? Math.round(periods) - 1 : 0;
  }

  /** A reading at the sensor's pace; the episode if it opens or closes. */
  @Nullable Episode onTime(Reading reading, Limits limits) {
    run++;
    good++;
    if (open) {
      return run < Limits.FEWEST_OF_SPAN / HEALS_IN_PART_OF_SPAN
              || run < limits.spanReadings() / HEALS_IN_PART_OF_SPAN
          ? null
          : close(reading);
    }
    Episode opened = openIfLong(reading, limits);
    boolean isPending = sinceLongHole != NONE;
    if (!isPending && good + missing >= limits.spanReadings()) {
      good = 0;
      missing = 0;
    }
    return opened;
  }

  /** A reading that came late: one is missing less. */
  void filled() {
    missing = Math.max(0, missing - 1);
    lost = Math.max(0, lost - 1);
    sinceLongHole = sinceLongHole == NONE ? NONE : 0;
  }

  /**
   * A reading after a hole.
   *
   * @param beforeMillis event time of the reading before
   * @param gone how many are missing between, above 0
   * @return the episode if it opens
   */
  @Nullable Episode afterHole(Reading reading, long beforeMillis, long gone, Limits limits) {
    run = 0;
    lastHoleMillis = reading.atMillis();
    if (open) {
      lost += gone;
      return null;
    }
    firstHoleMillis = missing == 0 ? beforeMillis : firstHoleMillis;
    boolean isLong = isLong(gone, limits);
    // readings that come late may still fill a long hole, so only those before it count
    long surelyMissing = isLong ? missing : missing + gone;
    missing += gone;
    if (surelyMissing >= OPENS_AT * limits.spanReadings()) {
      return open(reading, firstHoleMillis);
    }
    if (isLong && sinceLongHole == NONE) {
      longHoleMillis = beforeMillis;
    }
    sinceLongHole = isLong || sinceLongHole != NONE ? 0 : NONE;
    return null;
  }

  /** What is still missing after a long hole and readings in a row is no disorder. */
  private @Nullable Episode openIfLong(Reading reading, Limits limits) {
    if (sinceLongHole == NONE || ++sinceLongHole < FILLED_WITHIN) {
      return null;
    }
    sinceLongHole = NONE;
    return isLong(missing, limits) ? open(reading, longHoleMillis) : null;
  }

  private static boolean isLong(long readings, Limits limits) {
    return readings * limits.everySeconds() * MILLIS >= limits.staleAfterMillis();
  }

  private Episode open(Reading reading, long fromMillis) {
    open = true;
    sinceLongHole = NONE;
    onsetMillis = fromMillis;
    lost = missing;
    return episode(reading).opened();
  }

  /**
   * Forgets what was counted.
   *
   * @param latest the sensor's latest reading
   * @return the closed episode if one was open
   */
  @Nullable Episode end(Reading latest) {
    good = 0;
    missing = 0;
    sinceLongHole = NONE;
    return open ? close(latest) : null;
  }

  private Episode close(Reading reading) {
    open = false;
    good = 0;
    missing = 0;
    return episode(reading).closed(Math.max(lastHoleMillis, reading.atMillis()));
  }

  private QualityEpisode episode(Reading reading) {
    String reason =
        String.format(
            Locale.ROOT,
            "Sensor %s %s: %d missing. Those that came are trusted. Look at its connection.",
            reading.sensor(),
            Fault.GAP.sentence(),
            lost);
    return new QualityEpisode(
        Fault.GAP, reading.sensor(), onsetMillis, lastHoleMillis, reading.value(), reason);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(good);
    out.writeLong(missing);
    out.writeLong(run);
    out.writeLong(firstHoleMillis);
    out.writeLong(longHoleMillis);
    out.writeLong(lastHoleMillis);
    out.writeInt(sinceLongHole);
    out.writeBoolean(open);
    out.writeLong(onsetMillis);
    out.writeLong(lost);
  }

  void fill(DataInput in) throws IOException {
    good = in.readLong();
    missing = in.readLong();
    run = in.readLong();
    firstHoleMillis = in.readLong();
    longHoleMillis = in.readLong();
    lastHoleMillis = in.readLong();
    sinceLongHole = in.readInt();
    open = in.readBoolean();
    onsetMillis = in.readLong();
    lost = in.readLong();
  }
}

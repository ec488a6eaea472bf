package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes one episode of a fault that single readings may have and only many are worth a word:
 * repeats, or disorder. Readings are counted in spans of half an hour at the sensor's pace, at
 * least {@value Limits#FEWEST_OF_SPAN}. A span in which one of ten was at fault opens an episode, a
 * span with fewer than one of twenty closes it. So what a broker sends again after a restart is no
 * event, and a second client that sends everything again is one. Not thread safe; O(1), 53 bytes.
 */
final class ShareWatch {
  private static final double OPENS_AT = 0.1;
  private static final double CLOSES_BELOW = 0.05;

  private final Fault fault;
  private final boolean isOfRepeats;
  private final String advice;
  private long good;
  private long bad;
  private long firstBadMillis;
  private long lastBadMillis;
  private boolean open;
  private long onsetMillis;
  private double share;

  /**
   * @param isOfRepeats whether those at fault are no new readings, so that they make no span longer
   *     unless nothing else comes
   * @param advice a sentence that says what follows for the readings and what to do
   */
  ShareWatch(Fault fault, boolean isOfRepeats, String advice) {
    this.fault = fault;
    this.isOfRepeats = isOfRepeats;
    this.advice = advice;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Counts a reading.
   *
   * @param latestMillis event time of the sensor's latest reading, this one or one before
   * @return the episode if it opened or closed
   */
  @Nullable Episode count(boolean isBad, Reading reading, long latestMillis, Limits limits) {
    if (isBad) {
      firstBadMillis = bad == 0 ? latestMillis : firstBadMillis;
      lastBadMillis = latestMillis;
      bad++;
    } else {
      good++;
    }
    long readings = isOfRepeats ? Math.max(good, bad) : good + bad;
    if (readings < Limits.FEWEST_OF_SPAN || readings < limits.spanReadings()) {
      return null;
    }
    double now = (double) bad / (good + bad);
    boolean opens = !open && now >= OPENS_AT;
    boolean closes = open && now < CLOSES_BELOW;
    if (opens) {
      open = true;
      onsetMillis = firstBadMillis;
      share = now;
    }
    good = 0;
    bad = 0;
    return opens ? episode(reading).opened() : closes ? close(reading, latestMillis) : null;
  }

  /**
   * Forgets the span.
   *
   * @param latest the sensor's latest reading
   * @return the closed episode if one was open
   */
  @Nullable Episode end(Reading latest) {
    good = 0;
    bad = 0;
    return open ? close(latest, latest.atMillis()) : null;
  }

  private Episode close(Reading reading, long latestMillis) {
    open = false;
    return episode(reading).closed(Math.max(onsetMillis, latestMillis));
  }

  private QualityEpisode episode(Reading reading) {
    String reason =
        String.format(
            Locale.ROOT,
            "Sensor %s %s: %.0f %% of what came in half an hour. %s",
            reading.sensor(),
            fault.sentence(),
            100 * share,
            advice);
    long lastMillis = Math.max(onsetMillis, lastBadMillis);
    return new QualityEpisode(
        fault, reading.sensor(), onsetMillis, lastMillis, reading.value(), reason);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(good);
    out.writeLong(bad);
    out.writeLong(firstBadMillis);
    out.writeLong(lastBadMillis);
    out.writeBoolean(open);
    out.writeLong(onsetMillis);
    out.writeDouble(share);
  }

  void fill(DataInput in) throws IOException {
    good = in.readLong();
    bad = in.readLong();
    firstBadMillis = in.readLong();
    lastBadMillis = in.readLong();
    open = in.readBoolean();
    onsetMillis = in.readLong();
    share = in.readDouble();
  }
}

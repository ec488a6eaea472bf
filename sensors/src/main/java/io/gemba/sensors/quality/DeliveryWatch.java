package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges how the readings of one sensor come: with gaps, more than once, out of order, by a clock
 * that is behind. Each is a state of its own beside the others and beside what is wrong with the
 * values, and none takes trust from the readings that come once and in order. Needs the sensor's
 * pace, so it judges sensors of the site file only. About 240 bytes a sensor. Not thread safe.
 *
 * <p>A hole around the time when we were started is not told: it is our own absence, and all
 * sensors have it.
 */
final class DeliveryWatch {
  private static final long START_TAKES_MILLIS = 600_000;

  private final ShareWatch repeats =
      new ShareWatch(
          Fault.DUPLICATE,
          true,
          "Repeats are dropped. Look for a second client or gateway that reads the same device.");
  private final ShareWatch disorder =
      new ShareWatch(
          Fault.OUT_OF_ORDER,
          false,
          "Late ones are counted and not judged. Look for two clients that send for one device.");
  private final GapWatch gap = new GapWatch();
  private final LagWatch lag = new LagWatch();
  private long late;
  private long missing;
  private long startedMillis = Long.MIN_VALUE;

  /** When we were started, by the clock on the wall; not part of the state. */
  void startedAt(long atMillis) {
    startedMillis = atMillis;
  }

  /** A reading that was seen before. */
  void repeated(
      Reading reading,
      long latestMillis,
      @Nullable Limits limits,
      Consumer<? super Episode> episodes) {
    if (limits != null) {
      tell(repeats.count(true, reading, latestMillis, limits), episodes);
    }
  }

  /** A new reading that is older than one before it. */
  void late(
      Reading reading,
      long latestMillis,
      @Nullable Limits limits,
      Consumer<? super Episode> episodes) {
    late++;
    missing = Math.max(0, missing - 1);
    gap.filled();
    if (limits != null) {
      tell(repeats.count(false, reading, latestMillis, limits), episodes);
      tell(disorder.count(true, reading, latestMillis, limits), episodes);
      tell(lag.count(reading, limits), episodes);
    }
  }

  /**
   * A new reading in its order.
   *
   * @param beforeMillis event time of the one before, its own when it is the first
   * @param wasStale whether silence was told of already
   */
  void inOrder(
      Reading reading,
      long beforeMillis,
      boolean wasStale,
      Limits limits,
      Consumer<? super Episode> episodes) {
    tell(repeats.count(false, reading, reading.atMillis(), limits), episodes);
    tell(disorder.count(false, reading, reading.atMillis(), limits), episodes);
    // an hour that a clock is put forward is no hour without readings
    long stepMillis = lag.isPutRight(reading, limits) ? 0 : reading.atMillis() - beforeMillis;
    tell(lag.count(reading, limits), episodes);
    long gone = GapWatch.missing(stepMillis, limits);
    if (gone == 0) {
      tell(gap.onTime(reading, limits), episodes);
      return;
    }
    missing += gone;
    if (!wasStale && !isOurs(beforeMillis, reading.atMillis())) {
      tell(gap.afterHole(reading, beforeMillis, gone, limits), episodes);
    }
  }

  private boolean isOurs(long fromMillis, long toMillis) {
    return fromMillis < startedMillis && toMillis > startedMillis - START_TAKES_MILLIS;
  }

  /** Closes what is open but a clock that is behind: the sensor is silent. */
  void silent(Reading latest, Consumer<? super Episode> episodes) {
    tell(repeats.end(latest), episodes);
    tell(disorder.end(latest), episodes);
    tell(gap.end(latest), episodes);
    lag.silent();
  }

  /** Closes all that is open: the sensor is given up. */
  void giveUp(Reading latest, Consumer<? super Episode> episodes) {
    silent(latest, episodes);
    tell(lag.giveUp(latest), episodes);
  }

  private static void tell(@Nullable Episode change, Consumer<? super Episode> episodes) {
    if (change != null) {
      episodes.accept(change);
    }
  }

  /** Counts since the sensor was first seen, and what holds now. */
  SensorStatus.Delivery status() {
    List<String> faults = new ArrayList<>();
    if (gap.isOpen()) {
      faults.add(Fault.GAP.label());
    }
    if (repeats.isOpen()) {
      faults.add(Fault.DUPLICATE.label());
    }
    if (disorder.isOpen()) {
      faults.add(Fault.OUT_OF_ORDER.label());
    }
    if (lag.isOpen()) {
      faults.add(Fault.CLOCK_BEHIND.label());
    }
    return new SensorStatus.Delivery(late, missing, faults);
  }

  void write(DataOutput out) throws IOException {
    repeats.write(out);
    disorder.write(out);
    gap.write(out);
    out.writeLong(late);
    out.writeLong(missing);
    lag.write(out);
  }

  /**
   * @param knowsLag no when it was written before lags were watched
   */
  void fill(DataInput in, boolean knowsLag) throws IOException {
    repeats.fill(in);
    disorder.fill(in);
    gap.fill(in);
    late = in.readLong();
    missing = in.readLong();
    if (knowsLag) {
      lag.fill(in);
    }
  }
}

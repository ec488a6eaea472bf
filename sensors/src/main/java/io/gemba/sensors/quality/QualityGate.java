package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.message.SensorStatus;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one sensor: every reading passes it, in the order of arrival.
 *
 * <p>A repeat is told by its sequence number. A number that was seen, but with a later event time
 * than any before it, is no repeat: the device has begun to count anew.
 *
 * <p>About 430 bytes a sensor when its numbers have no gaps, at most 2.5 KiB when all have. Not
 * thread safe.
 */
public final class QualityGate {
  private final SeenSequences seen = new SeenSequences();
  private final ValueHistory history = new ValueHistory();
  private final FaultWatch watch = new FaultWatch();
  private final DeliveryWatch delivery = new DeliveryWatch();
  private long readings;
  private long duplicates;
  private long rejected;
  private long latestMillis = Long.MIN_VALUE;
  private long shownMillis;
  private double shownValue;

  /**
   * Judges a reading and counts it.
   *
   * @param limits null when the site file does not know the sensor
   * @param episodes takes what opens or closes by it
   */
  public Verdict check(
      Reading reading, @Nullable Limits limits, Consumer<? super Episode> episodes) {
    boolean skewed = reading.runsAhead();
    boolean later = !skewed && reading.atMillis() > latestMillis;
    if (!seen.add(reading.seq())) {
      if (!later) {
        duplicates++;
        delivery.repeated(reading, shownMillis, limits, episodes);
        return Verdict.DUPLICATE;
      }
      seen.restart(reading.seq());
    }
    readings++;
    if (!skewed && reading.atMillis() < latestMillis) {
      rejected++;
      delivery.late(reading, latestMillis, limits, episodes);
      return Verdict.LATE;
    }
    if (!skewed) {
      if (limits != null) {
        long before = latestMillis == Long.MIN_VALUE ? reading.atMillis() : latestMillis;
        delivery.inOrder(reading, before, watch.fault() == Fault.STALE, limits, episodes);
      }
      latestMillis = reading.atMillis();
    }
    if (!skewed || readings == 1) {
      shownMillis = skewed ? reading.receivedMillis() : reading.atMillis();
      shownValue = reading.value();
    }
    return verdict(reading, find(reading, limits, skewed), episodes);
  }

  private @Nullable Fault find(Reading reading, @Nullable Limits limits, boolean skewed) {
    if (limits == null) {
      return Fault.UNKNOWN_SENSOR;
    }
    if (skewed) {
      return Fault.CLOCK_SKEW;
    }
    double value = reading.value();
    if (value < limits.minimum() || value > limits.maximum()) {
      return Fault.OUT_OF_RANGE;
    }
    boolean jump = history.isJump(value, limits.range());
    history.add(value, reading.atMillis(), !jump);
    return jump ? Fault.IMPOSSIBLE_JUMP : history.isStuck() ? Fault.STUCK : null;
  }

  private Verdict verdict(
      Reading reading, @Nullable Fault found, Consumer<? super Episode> episodes) {
    Episode change;
    if (found == null) {
      change = watch.good(reading);
    } else {
      long at = found == Fault.CLOCK_SKEW ? reading.receivedMillis() : reading.atMillis();
      long since = found == Fault.STUCK ? history.runSinceMillis() : at;
      change = watch.bad(found, reading, since, at);
    }
    if (change != null) {
      episodes.accept(change);
    }
    if (found != null || watch.fault() != null) {
      rejected++;
      return Verdict.DOUBTED;
    }
    return Verdict.TRUSTED;
  }

  /** When we were started: what is missing around that time is our own absence. */
  public void startedAt(long atMillis) {
    delivery.startedAt(atMillis);
  }

  /** Says that nothing has come for too long. */
  public void silent(String sensor, Consumer<? super Episode> episodes) {
    Reading last = new Reading(sensor, shownMillis, shownValue, 0, 0);
    delivery.silent(last, episodes);
    Episode change = watch.bad(Fault.STALE, last, shownMillis, shownMillis);
    if (change != null) {
      episodes.accept(change);
    }
  }

  /** Closes an open episode without waiting for the sensor to heal. */
  public void giveUp(String sensor, Consumer<? super Episode> episodes) {
    delivery.giveUp(new Reading(sensor, shownMillis, shownValue, 0, 0), episodes);
    Episode change = watch.giveUp(sensor);
    if (change != null) {
      episodes.accept(change);
    }
  }

  /** The fault for which the sensor is not trusted now; null when it is. */
  public @Nullable Fault fault() {
    return watch.fault();
  }

  /** Distinct readings, good or bad. */
  public long readings() {
    return readings;
  }

  /** Repeats that were dropped. */
  public long duplicates() {
    return duplicates;
  }

  /** Distinct readings that were kept from the detector. */
  public long rejected() {
    return rejected;
  }

  /** How the readings come: counts, and what is wrong with it now. */
  public SensorStatus.Delivery delivery() {
    return delivery.status();
  }

  /** Event time of the latest reading. */
  public long latestMillis() {
    return shownMillis;
  }

  /** Value of the latest reading. */
  public double latestValue() {
    return shownValue;
  }

  /** Writes all but how the readings come. */
  public void write(DataOutput out) throws IOException {
    seen.write(out);
    history.write(out);
    watch.write(out);
    out.writeLong(readings);
    out.writeLong(duplicates);
    out.writeLong(rejected);
    out.writeLong(latestMillis);
    out.writeLong(shownMillis);
    out.writeDouble(shownValue);
  }

  /** Reads what {@link #write} wrote. */
  public static QualityGate read(DataInput in) throws IOException {
    QualityGate gate = new QualityGate();
    gate.seen.fill(in);
    gate.history.fill(in);
    gate.watch.fill(in);
    gate.readings = in.readLong();
    gate.duplicates = in.readLong();
    gate.rejected = in.readLong();
    gate.latestMillis = in.readLong();
    gate.shownMillis = in.readLong();
    gate.shownValue = in.readDouble();
    return gate;
  }

  /** Writes how the readings come. */
  public void writeDelivery(DataOutput out) throws IOException {
    delivery.write(out);
  }

  /**
   * Takes what {@link #writeDelivery} wrote.
   *
   * @param knowsLag no when it was written before lags were watched
   */
  public void fillDelivery(DataInput in, boolean knowsLag) throws IOException {
    delivery.fill(in, knowsLag);
  }
}

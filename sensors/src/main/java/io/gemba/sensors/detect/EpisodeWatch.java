package io.gemba.sensors.detect;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes one episode of surprises that belong together: opened by the first that is rare enough,
 * held over {@value #HOLD_READINGS} usual readings, revised when it gets more severe.
 *
 * <p>A sensor has a budget of {@value #BUDGET_ALARMS} alarms a day: each beyond them opens only
 * half a decade dearer than the one before, up to two decades, until days without alarms have paid
 * for it. A statistic whose alarms people called no faults must be rarer by its {@link Strictness}.
 * Not thread safe.
 */
final class EpisodeWatch {
  static final int HOLD_READINGS = 100;

  static final int BUDGET_ALARMS = 3;

  private static final int LAYOUT_WITH_BUDGET = 3;
  private static final int LAYOUT_WITH_FEEDBACK = 4;
  private static final double DECADES_PER_ALARM_BEYOND = 0.5;
  private static final double MOST_DECADES_BEYOND = 2;
  private static final double HALF_LIFE_MILLIS = 86_400_000;
  private static final double STAYS_OPEN_DECADES = 0.5;
  private static final double MEDIUM_DECADES = 0.5;
  private static final double HIGH_DECADES = 1.2;
  private static final double CRITICAL_DECADES = 2.2;
  private static final Episode.Severity[] SEVERITIES = Episode.Severity.values();

  private boolean open;
  private long onsetMillis;
  private long lastMillis;
  private int usual;
  private int revision;
  private double score;
  private int severity;
  private double value;
  private double strays;
  private double expectedLow;
  private double expectedHigh;
  private String statistic = "";
  private double spent;
  private long spentMillis;
  private final Lessons lessons = new Lessons(Statistics.NAMES);

  boolean isOpen() {
    return open;
  }

  /**
   * Goes on by one reading.
   *
   * @param opensAt decades from which an episode opens
   * @return the episode if it opened, got worse or closed
   */
  @Nullable Episode update(Reading reading, Surprise surprise, double opensAt) {
    if (!open) {
      return surprise.decades() >= opensAt
              && surprise.decades() >= opensAt + asked(surprise, reading.atMillis())
          ? begin(reading, surprise, opensAt)
          : null;
    }
    if (surprise.decades() < opensAt - STAYS_OPEN_DECADES) {
      usual++;
      return usual < HOLD_READINGS ? null : close(reading.sensor(), reading.atMillis());
    }
    usual = 0;
    lastMillis = reading.atMillis();
    score = Math.max(score, surprise.decades());
    extreme(reading.value());
    int worse = severity(score - opensAt);
    if (worse <= severity) {
      return null;
    }
    severity = worse;
    revision++;
    return episode(reading.sensor(), null);
  }

  /** Closes what is open, for a sensor that fell silent; null when nothing is. */
  @Nullable Episode silent(String sensor) {
    return open ? close(sensor, lastMillis) : null;
  }

  /**
   * Learns that an alarm was no fault. What is open stays open: a person has decided about it.
   *
   * @param statistic what raised it; others than {@link Statistics#NAMES} are ignored
   * @param lastMillis event time of the last reading that belongs to it
   */
  void notAFault(String id, String statistic, long lastMillis) {
    lessons.notAFault(id, statistic, lastMillis);
  }

  /** Decades asked for beyond the limit, by the budget and by what people said. */
  private double asked(Surprise surprise, long atMillis) {
    return dearer(atMillis) + lessons.decades(surprise.statistic(), atMillis);
  }

  private double dearer(long atMillis) {
    double beyond = left(atMillis) - BUDGET_ALARMS + 1;
    return Math.min(MOST_DECADES_BEYOND, DECADES_PER_ALARM_BEYOND * Math.max(0, beyond));
  }

  /** What is left now of the alarms before, each worth half a day later. */
  private double left(long atMillis) {
    double days = Math.max(0, atMillis - spentMillis) / HALF_LIFE_MILLIS;
    return spent * Math.pow(0.5, days);
  }

  private Episode begin(Reading reading, Surprise surprise, double opensAt) {
    open = true;
    spent = left(reading.atMillis()) + 1;
    spentMillis = reading.atMillis();
    onsetMillis = reading.atMillis();
    lastMillis = reading.atMillis();
    usual = 0;
    revision = 0;
    score = surprise.decades();
    severity = severity(score - opensAt);
    value = reading.value();
    expectedLow = surprise.expectedLow();
    expectedHigh = surprise.expectedHigh();
    strays = Double.NEGATIVE_INFINITY;
    extreme(reading.value());
    statistic = surprise.statistic();
    return episode(reading.sensor(), null);
  }

  private Episode close(String sensor, long atMillis) {
    open = false;
    revision++;
    return episode(sensor, Instant.ofEpochMilli(atMillis));
  }

  private void extreme(double candidate) {
    double far = Math.abs(candidate - (expectedLow + expectedHigh) / 2);
    if (far > strays) {
      strays = far;
      value = candidate;
    }
  }

  private static int severity(double above) {
    return above < MEDIUM_DECADES ? 0 : above < HIGH_DECADES ? 1 : above < CRITICAL_DECADES ? 2 : 3;
  }

  private Episode episode(String sensor, @Nullable Instant end) {
    int slash = sensor.indexOf('/');
    return new Episode(
        "anomaly-%s-%d".formatted(sensor.replace('/', '.'), onsetMillis),
        revision,
        Episode.Kind.ANOMALY,
        sensor,
        slash < 0 ? "" : sensor.substring(0, slash),
        statistic,
        end == null ? Episode.State.OPEN : Episode.State.CLOSED,
        SEVERITIES[severity],
        score,
        Instant.ofEpochMilli(onsetMillis),
        Instant.ofEpochMilli(lastMillis),
        end,
        value,
        expectedLow,
        expectedHigh,
        reason(),
        List.of());
  }

  private String reason() {
    String what =
        switch (statistic) {
          case "record" -> "is beyond all that was seen before";
          case "shape" -> "moves in a way that was not seen before";
          case "quiet" -> "moves far less than it used to";
          default ->
              value > expectedHigh ? "is too high" : value < expectedLow ? "is too low" : "drifts";
        };
    String said = String.format(Locale.ROOT, "It %s: %.4g", what, value);
    String usual = String.format(Locale.ROOT, "%.4g to %.4g", expectedLow, expectedHigh);
    if (value < expectedLow || value > expectedHigh) {
      return said + " where " + usual + " is usual.";
    }
    // a record, or a drift of several readings, need not leave what is usual for one
    return statistic.equals("record")
        ? said + "."
        : said + " now; single readings of " + usual + " are usual.";
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(open);
    out.writeLong(onsetMillis);
    out.writeLong(lastMillis);
    out.writeInt(usual);
    out.writeInt(revision);
    out.writeDouble(score);
    out.writeInt(severity);
    out.writeDouble(value);
    out.writeDouble(strays);
    out.writeDouble(expectedLow);
    out.writeDouble(expectedHigh);
    out.writeUTF(statistic);
    out.writeDouble(spent);
    out.writeLong(spentMillis);
    lessons.write(out);
  }

  void fill(DataInput in, int layout) throws IOException {
    open = in.readBoolean();
    onsetMillis = in.readLong();
    lastMillis = in.readLong();
    usual = in.readInt();
    revision = in.readInt();
    score = in.readDouble();
    severity = in.readInt();
    value = in.readDouble();
    strays = in.readDouble();
    expectedLow = in.readDouble();
    expectedHigh = in.readDouble();
    statistic = in.readUTF();
    if (layout >= LAYOUT_WITH_BUDGET) {
      spent = in.readDouble();
      spentMillis = in.readLong();
    }
    if (layout >= LAYOUT_WITH_FEEDBACK) {
      lessons.fill(in);
    }
  }
}

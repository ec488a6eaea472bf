package io.gemba.sensors.history;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.sensors.quality.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A sensor of a file with its judge and its open alarms. */
final class WatchedColumn {
  private final String name;
  private final String sensor;
  private final Limits limits;
  private final Judge judge;
  private final Map<String, Episode> open = new TreeMap<>();

  /**
   * @param name of the column
   * @param sensor full id
   */
  WatchedColumn(String name, String sensor, Limits limits, Judge judge) {
    this.name = name;
    this.sensor = sensor;
    this.limits = limits;
    this.judge = judge;
  }

  String name() {
    return name;
  }

  /** Alarms that are open, by id. */
  Map<String, Episode> open() {
    return open;
  }

  /** Judges the next value; its score. */
  double judge(Instant at, double value, long row) {
    long atMillis = at.toEpochMilli();
    return judge.next(new Reading(sensor, atMillis, value, row, atMillis), limits, this::change);
  }

  private void change(Episode episode) {
    if (episode.state() == Episode.State.OPEN) {
      open.put(episode.id(), episode);
    } else {
      open.remove(episode.id());
    }
  }
}

package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a sensor's data, from which its two messages are made: opened and closed.
 *
 * @param sensor full id
 * @param onsetMillis event time of what is first wrong
 * @param lastMillis event time of what is last wrong
 * @param value of the reading it was found at
 * @param reason one sentence for a person
 */
record QualityEpisode(
    Fault fault, String sensor, long onsetMillis, long lastMillis, double value, String reason) {

  Episode opened() {
    return episode(0, Episode.State.OPEN, null);
  }

  Episode closed(long atMillis) {
    return episode(1, Episode.State.CLOSED, Instant.ofEpochMilli(atMillis));
  }

  private Episode episode(int revision, Episode.State state, @Nullable Instant end) {
    int slash = sensor.indexOf('/');
    return new Episode(
        "%s-%s-%d".formatted(fault.label(), sensor.replace('/', '.'), onsetMillis),
        revision,
        Episode.Kind.QUALITY,
        sensor,
        slash < 0 ? "" : sensor.substring(0, slash),
        fault.label(),
        state,
        fault.severity(),
        0,
        Instant.ofEpochMilli(onsetMillis),
        Instant.ofEpochMilli(lastMillis),
        end,
        value,
        null,
        null,
        reason,
        List.of());
  }
}

package io.gemba.planner.timeseries;

import io.gemba.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** History of readings. */
public interface TimeSeriesReader {

  /**
   * The readings of one interval.
   *
   * @param at epoch milliseconds of its start
   * @param minimum least value in it
   * @param maximum greatest value in it
   * @param mean of its values
   */
  record Bucket(long at, double minimum, double maximum, double mean) {}

  /** The store does not answer, or not as it should. */
  final class TimeSeriesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TimeSeriesException(String message, Throwable cause) {
      super(message, cause);
    }

    TimeSeriesException(String message) {
      super(message);
    }
  }

  /** The reader for where the settings say readings are: QuestDB when embedded, else InfluxDB 2. */
  static TimeSeriesReader of(Settings.TimeSeries settings) {
    if (settings.embedded()) {
      return new QuestDbReader(settings.url());
    }
    String token = null;
    if (settings.tokenFile() != null) {
      try {
        token = Files.readString(settings.tokenFile()).strip();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "timeSeries.tokenFile (" + settings.tokenFile() + ") cannot be read.", e);
      }
    }
    return new FluxReader(settings.url(), settings.organisation(), settings.bucket(), token);
  }

  /**
   * Readings of a sensor, thinned to intervals of equal length.
   *
   * @param from first moment
   * @param to first moment after the span, after {@code from}
   * @param points most intervals, above 0
   * @return oldest first; intervals without readings are not there
   * @throws TimeSeriesException when the store does not answer
   */
  List<Bucket> read(String sensor, Instant from, Instant to, int points);
}

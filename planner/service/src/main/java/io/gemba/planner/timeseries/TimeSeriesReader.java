package io.gemba.planner.timeseries;

import io.gemba.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** History of readings, and of what forecasts missed. */
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

  /**
   * What planners and the model said of a day on which they differed, and what came.
   *
   * @param item item id
   * @param place place id
   * @param at epoch milliseconds at which the day began
   * @param actual units wanted
   * @param forecast what was in force
   * @param model what the model had said
   */
  record DayError(
      String item, String place, long at, double actual, double forecast, double model) {}

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

  /**
   * Days on which another forecast was in force than the model's, with both.
   *
   * @param from first moment
   * @param to first moment after the span, after {@code from}
   * @return the newest {@value #MOST_DAY_ERRORS} at most, in any order
   * @throws TimeSeriesException when the store does not answer
   */
  List<DayError> overridden(Instant from, Instant to);

  /** Most days that are read at once. */
  int MOST_DAY_ERRORS = 20_000;
}

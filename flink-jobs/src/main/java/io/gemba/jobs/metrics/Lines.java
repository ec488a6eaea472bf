package io.gemba.jobs.metrics;

import io.gemba.message.Cost;
import io.gemba.message.Episode;
import io.gemba.message.ProductionWindow;
import io.gemba.message.Reading;

/**
 * The point of each message. All throw {@link ArithmeticException} when a time is after 2262, which
 * nanoseconds cannot say.
 */
final class Lines {
  private Lines() {}

  static String of(Reading reading) {
    return new PointLine(Measurement.READINGS)
        .tag(reading.sensor())
        .field(reading.value())
        .at(reading.atMillis());
  }

  static String of(Cost cost) {
    return new PointLine(Measurement.COSTS)
        .tag(cost.kind().name())
        .tag(cost.place())
        .tag(cost.id())
        .field(cost.cents())
        .field(cost.baselineCents())
        .at(cost.at().toEpochMilli());
  }

  static String of(ProductionWindow window) {
    double lostMinutes = 0;
    for (double minutes : window.lostMinutes().values()) {
      lostMinutes += minutes;
    }
    return new PointLine(Measurement.PRODUCTION)
        .tag(window.machine())
        .field(window.availability())
        .field(window.performance())
        .field(window.quality())
        .field(window.oee())
        .field(lostMinutes)
        .field(window.lostCents())
        .at(window.start().toEpochMilli());
  }

  static String of(Episode episode) {
    return new PointLine(Measurement.ANOMALIES)
        .tag(episode.sensor())
        .tag(episode.id())
        .field(severity(episode))
        .field(episode.score())
        .field(episode.state() == Episode.State.OPEN ? 1L : 0L)
        .field((long) episode.revision())
        .at(episode.onset().toEpochMilli());
  }

  private static long severity(Episode episode) {
    return switch (episode.severity()) {
      case LOW -> 0;
      case MEDIUM -> 1;
      case HIGH -> 2;
      case CRITICAL -> 3;
    };
  }

  static String of(ForecastError error, long dayStartMillis) {
    return new PointLine(Measurement.FORECAST_ERRORS)
        .tag(error.item())
        .tag(error.place())
        .field(error.actual())
        .field(error.forecast())
        .field(error.forecast() - error.actual())
        .field(error.model())
        .field(error.model() - error.actual())
        .at(dayStartMillis);
  }
}

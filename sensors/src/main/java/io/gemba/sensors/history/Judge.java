package io.gemba.sensors.history;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import io.gemba.sensors.detect.SensorWatch;
import io.gemba.sensors.quality.Limits;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/** Judges the readings of one column in their order; knows nothing at first. */
@FunctionalInterface
public interface Judge {

  /**
   * Judges a reading by what came before it, then learns from it.
   *
   * @param limits between which values are possible, and how often readings come
   * @param changes takes each alarm that opens, changes or closes
   * @return the score, 0 or more, higher for what is more unusual
   */
  double next(Reading reading, Limits limits, Consumer<Episode> changes);

  /** The watch of the anomaly job: scores are decades. */
  static Judge ofTheJob() {
    SensorWatch watch = new SensorWatch();
    return (reading, limits, changes) -> {
      watch.observe(reading, limits, changes);
      return watch.decades();
    };
  }

  /**
   * One that knows only values: no alarms, no quality faults.
   *
   * @param scores a value to its score
   */
  static Judge ofScores(DoubleUnaryOperator scores) {
    return (reading, limits, changes) -> scores.applyAsDouble(reading.value());
  }
}

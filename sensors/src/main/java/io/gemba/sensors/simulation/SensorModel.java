package io.gemba.sensors.simulation;

import io.gemba.site.Sensor;
import java.util.SplittableRandom;

/**
 * One sensor: what it shows follows from what its machine does, its unit, and noise. Steps in
 * simulated time; not thread safe.
 */
final class SensorModel {
  private static final double CHILLED_BELOW = 60;
  private static final double WANDER_SECONDS = 600;
  private static final double STEPS_OF_RANGE = 100_000;

  /**
   * How a quantity behaves, as shares of the sensor's range.
   *
   * @param idle value when the drive stands
   * @param run value at full drive
   * @param loadGain relative change for a relative change of load
   * @param noise relative standard deviation of a reading
   * @param wearGain relative change for a wear of 1
   * @param lagSeconds time constant
   */
  private record Shape(
      double idle, double run, double loadGain, double noise, double wearGain, double lagSeconds) {}

  private final Sensor sensor;
  private final Shape shape;
  private final SplittableRandom random;
  private double lagged = Double.NaN;
  private double wander;

  SensorModel(Sensor sensor, long seed) {
    this.sensor = sensor;
    this.random = new SplittableRandom(seed);
    this.shape = shape(sensor, random.nextDouble());
  }

  Sensor sensor() {
    return sensor;
  }

  /**
   * The next reading.
   *
   * @param drive 0 stands, 1 runs
   * @param load 1 is usual
   * @param wear 0 is none
   * @param seconds since the one before
   */
  double next(double drive, double load, double wear, double seconds) {
    double usual = shape.idle + (shape.run - shape.idle) * drive;
    double target =
        usual * (1 + shape.loadGain * (load - 1) * drive) * (1 + shape.wearGain * wear * drive);
    double follow = 1 - Math.exp(-seconds / Math.max(0.001, shape.lagSeconds));
    lagged = Double.isNaN(lagged) ? target : lagged + (target - lagged) * follow;
    double fade = Math.exp(-seconds / WANDER_SECONDS);
    wander = wander * fade + 0.6 * shape.noise * Math.sqrt(1 - fade * fade) * gaussian();
    double share = lagged * (1 + wander + shape.noise * gaussian());
    double range = sensor.maximum() - sensor.minimum();
    double steps = Math.rint(Math.min(0.98, Math.max(0.002, share)) * STEPS_OF_RANGE);
    return round(sensor.minimum() + steps * range / STEPS_OF_RANGE);
  }

  private static double round(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  private double gaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static Shape shape(Sensor sensor, double taste) {
    return switch (sensor.unit()) {
      case "mm/s" -> new Shape(0.012, 0.07 + 0.03 * taste, 0.5, 0.035, 2.4, 2);
      case "A" -> new Shape(0.02, 0.36 + 0.1 * taste, 0.6, 0.012, 0.45, 3);
      case "°C" -> {
        double run = sensor.maximum() <= CHILLED_BELOW ? 0.22 + 0.1 * taste : 0.5 + 0.14 * taste;
        yield new Shape(0.8 * run, run, 0.04, 0.002, 0.16, 25);
      }
      default -> new Shape(0.05, 0.45 + 0.2 * taste, 0.12, 0.008, -0.04, 4);
    };
  }
}

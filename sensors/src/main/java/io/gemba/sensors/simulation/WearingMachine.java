package io.gemba.sensors.simulation;

import io.gemba.message.Reading;
import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.WearPart;
import java.util.List;
import java.util.Objects;

/**
 * A machine whose part wears slowly until it fails: no two parts last as long, wear grows ever
 * faster, and each sensor shows it in its own measure over a daily course and noise. Two parts of
 * three fail by fatigue of their surface, which shakes and sheds iron; the others lose their
 * lubrication, run hot and draw current. Runs around the clock, stands from the failure until the
 * end of the repair.
 *
 * <p>Everything is a function of the seed, the time the part was put in, and the time: whoever
 * knows these knows all readings, in any order. Immutable, thread safe.
 */
final class WearingMachine {
  private static final double SHORTEST_CYCLES = 105;
  private static final double LONGEST_CYCLES = 195;
  private static final double SLOWEST_GROWTH = 3;
  private static final double FASTEST_GROWTH = 5;
  private static final double DRY_SHARE = 1 / 3.0;
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MILLIS_PER_DAY = 86_400_000;
  private static final double WANDER_SHARE = 0.4;
  private static final double WANDER_MILLIS = 480_000;

  private final Machine machine;
  private final WearPart part;
  private final long seed;
  private final List<Shape> shapes;

  /**
   * How a quantity behaves.
   *
   * @param run share of the sensor's range when new
   * @param spread of that between parts, relative
   * @param daily relative amplitude over a day
   * @param noise relative standard deviation of a reading
   * @param wearGain relative change when the part fails by fatigue
   * @param dryGain the same when it has lost its lubrication
   * @param idle share of the range when the machine stands
   */
  private record Shape(
      double run,
      double spread,
      double daily,
      double noise,
      double wearGain,
      double dryGain,
      double idle) {}

  /**
   * @param machine with a wearing part
   * @param seed same seed, same readings
   */
  WearingMachine(Machine machine, long seed) {
    this.machine = machine;
    this.part = Objects.requireNonNull(machine.wearPart(), "wearPart");
    this.seed = Noise.hash(seed, machine.id());
    this.shapes = machine.sensors().stream().map(WearingMachine::shape).toList();
  }

  Machine machine() {
    return machine;
  }

  /** Running time of a cycle. */
  long cycleMillis() {
    return Math.round(part.cycleMinutes() * MILLIS_PER_MINUTE);
  }

  /** How long the part lasts that was put in at a time; seconds are what tells parts apart. */
  long lifeMillis(long putInMillis) {
    double share = Noise.uniform(ofPart(putInMillis, 1));
    return Math.round(
        (SHORTEST_CYCLES + (LONGEST_CYCLES - SHORTEST_CYCLES) * share) * cycleMillis());
  }

  /** Whether the part that was put in at a time fails because its lubrication is lost. */
  boolean isDry(long putInMillis) {
    return Noise.uniform(ofPart(putInMillis, 6)) < DRY_SHARE;
  }

  /** When the next part begins to run, unless somebody replaces this one before it fails. */
  long repairedMillis(long putInMillis) {
    return putInMillis
        + lifeMillis(putInMillis)
        + Math.round(part.repairMinutes() * MILLIS_PER_MINUTE);
  }

  /** Wear of a part at a time: 0 when it is new, 1 when it fails. */
  double wear(long putInMillis, long atMillis) {
    double growth =
        SLOWEST_GROWTH + (FASTEST_GROWTH - SLOWEST_GROWTH) * Noise.uniform(ofPart(putInMillis, 2));
    double age = (atMillis - putInMillis) / (double) lifeMillis(putInMillis);
    return Math.expm1(growth * Math.max(0, Math.min(1, age))) / Math.expm1(growth);
  }

  /**
   * What a sensor reads. Its sequence number is the time, so that what is sent again is known.
   *
   * @param sensor place of it in the site file
   * @param putInMillis when the part began to run
   */
  Reading reading(int sensor, long putInMillis, long atMillis) {
    Sensor which = machine.sensors().get(sensor);
    String id = machine.id() + "/" + which.id();
    double value = round(which.minimum() + share(sensor, putInMillis, atMillis) * range(which));
    return new Reading(id, atMillis, value, atMillis, atMillis);
  }

  private double share(int sensor, long putInMillis, long atMillis) {
    Shape shape = shapes.get(sensor);
    long own = Noise.hash(seed, machine.sensors().get(sensor).id());
    double noise = 1 + shape.noise * Noise.gaussian(Noise.hash(own, atMillis, 3, 0));
    if (atMillis - putInMillis >= lifeMillis(putInMillis)) {
      return clipped(shape.idle * noise);
    }
    double base =
        shape.run * (1 + shape.spread * Noise.gaussian(Noise.hash(own, putInMillis / 1_000, 4, 0)));
    double daily =
        1 + shape.daily * Math.sin(2 * Math.PI * (atMillis % MILLIS_PER_DAY) / MILLIS_PER_DAY);
    double gain = isDry(putInMillis) ? shape.dryGain : shape.wearGain;
    double wear = 1 + gain * wear(putInMillis, atMillis);
    return clipped(
        base * daily * wear * noise * (1 + WANDER_SHARE * shape.noise * wander(own, atMillis)));
  }

  /** A slow noise of deviation 1: drawn every eight minutes, straight between. */
  private static double wander(long own, long atMillis) {
    double place = atMillis / WANDER_MILLIS;
    long before = (long) Math.floor(place);
    double from = Noise.gaussian(Noise.hash(own, before, 5, 0));
    double to = Noise.gaussian(Noise.hash(own, before + 1, 5, 0));
    return from + (to - from) * (place - before);
  }

  private long ofPart(long putInMillis, int what) {
    return Noise.hash(seed, putInMillis / 1_000, what, 0);
  }

  private static double clipped(double share) {
    return Math.min(0.98, Math.max(0.002, share));
  }

  private static double range(Sensor sensor) {
    return sensor.maximum() - sensor.minimum();
  }

  private static double round(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }

  private static Shape shape(Sensor sensor) {
    return switch (sensor.unit()) {
      case "mm/s" -> new Shape(0.09, 0.06, 0, 0.06, 0.7, 0.2, 0.012);
      case "A" -> new Shape(0.52, 0.02, 0.006, 0.012, 0.05, 0.16, 0.004);
      case "°C" -> new Shape(0.52, 0.02, 0.004, 0.008, 0.08, 0.3, 0.21);
      default -> new Shape(0.08, 0.1, 0, 0.1, 1.1, 0.3, 0.08);
    };
  }
}

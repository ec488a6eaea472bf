package io.gemba.sensors.simulation;

import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.Reading;
import io.gemba.site.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One machine: its load, its stops, what it makes, and its sensors, which share load and drive.
 * Steps in simulated time; not thread safe.
 */
final class MachineModel {
  private static final double SECONDS_BETWEEN_JAMS = 9_000;
  private static final int SHORTEST_JAM_SECONDS = 20;
  private static final int LONGEST_JAM_SECONDS = 70;
  private static final double LOAD_SECONDS = 180;
  private static final double LOAD_SPREAD = 0.025;
  private static final double DRIVE_SECONDS = 6;
  private static final double SCRAP_SHARE = 0.012;
  private static final double WORN_SLOWS_BY = 0.25;
  private static final double MILLIS_PER_DAY = 86_400_000;

  private final Machine machine;
  private final List<SensorModel> sensors;
  private final List<Double> lastValues;
  private final SplittableRandom random;
  private final double speed;
  private double loadNoise;
  private double drive = 1;
  private double jamSecondsLeft;
  private double madeGood;
  private double madeScrap;
  private State state = State.RUNNING;
  private @Nullable String reason;
  private @Nullable String reportedAs;
  private long reportedMillis;

  MachineModel(Machine machine, PlantModel.Start start) {
    long own = Noise.hash(start.seed(), machine.id());
    this.speed = start.speed();
    this.machine = machine;
    this.random = new SplittableRandom(own);
    this.sensors =
        machine.sensors().stream()
            .map(sensor -> new SensorModel(sensor, Noise.hash(own, sensor.id())))
            .toList();
    this.lastValues = new ArrayList<>();
    sensors.forEach(sensor -> lastValues.add(Double.NaN));
  }

  /** Whether it stands by itself: worn or jammed. Draws the next jam; once a step. */
  boolean stopsByItself(long atMillis, double seconds, Faults faults) {
    if (jamSecondsLeft > 0) {
      jamSecondsLeft -= seconds;
    } else if (random.nextDouble() < seconds / SECONDS_BETWEEN_JAMS) {
      jamSecondsLeft = random.nextInt(SHORTEST_JAM_SECONDS, LONGEST_JAM_SECONDS);
    }
    boolean bearing = faults.isDown(machine.id(), atMillis);
    reason = bearing ? "bearing" : jamSecondsLeft > 0 ? "jam" : null;
    return reason != null;
  }

  /**
   * Goes on by one step in a state that the line gives.
   *
   * @param unitsPerSecond what it makes at full speed
   */
  void step(State next, long atMillis, double seconds, double unitsPerSecond, Faults faults) {
    state = next;
    double target = "bearing".equals(reason) ? 0 : 1; // drives turn on through short stops
    drive += (target - drive) * (1 - Math.exp(-seconds / DRIVE_SECONDS));
    double fade = Math.exp(-seconds / LOAD_SECONDS);
    double push = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    loadNoise = loadNoise * fade + 2 * LOAD_SPREAD * Math.sqrt(1 - fade * fade) * push;
    if (state == State.RUNNING) {
      double wear = Math.min(1, faults.wear(machine.id(), atMillis));
      double made = unitsPerSecond * seconds * (1 - WORN_SLOWS_BY * wear) * (1 + loadNoise);
      double scrap = made * SCRAP_SHARE * (1 + 4 * wear) * 2 * random.nextDouble();
      madeScrap += scrap;
      madeGood += made - scrap;
    }
  }

  /** Readings of the sensors that are due, in the order of the site file. */
  void read(long atMillis, double seconds, Faults faults, List<Reading> to, Sequence sequence) {
    double daily = 0.015 * Math.sin(2 * Math.PI * (atMillis % MILLIS_PER_DAY) / MILLIS_PER_DAY);
    double wear = faults.wear(machine.id(), atMillis);
    for (int i = 0; i < sensors.size(); i++) {
      SensorModel model = sensors.get(i);
      String id = machine.id() + "/" + model.sensor().id();
      double value = model.next(drive, 1 + loadNoise + daily, wear, seconds);
      if (faults.isStuck(id, atMillis) && !Double.isNaN(lastValues.get(i))) {
        value = lastValues.get(i);
      }
      lastValues.set(i, value);
      if (isDue(model.sensor().everySeconds() / speed, atMillis, seconds)) {
        to.add(new Reading(id, atMillis, value, sequence.next(id), atMillis));
      }
    }
  }

  /** Adds a report when the state changed, or the counts since the last are old enough. */
  void report(
      long atMillis,
      long everyMillis,
      @Nullable String item,
      List<MachineState> to,
      Sequence sequence) {
    String now = state + "/" + reason + "/" + item;
    if (now.equals(reportedAs) && atMillis - reportedMillis < everyMillis) {
      return;
    }
    long good = (long) madeGood;
    long scrap = (long) madeScrap;
    madeGood -= good;
    madeScrap -= scrap;
    reportedAs = now;
    reportedMillis = atMillis;
    long seq = sequence.next(machine.id());
    String why = state == State.DOWN ? reason : null;
    to.add(
        new MachineState(
            machine.id(), Instant.ofEpochMilli(atMillis), seq, state, why, item, good, scrap));
  }

  private static boolean isDue(double everySeconds, long atMillis, double seconds) {
    long every = Math.max(1, (long) (everySeconds * 1000));
    return atMillis / every != (atMillis - Math.round(seconds * 1000)) / every;
  }
}

package io.gemba.sensors.simulation;

import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import io.gemba.message.Reading;
import io.gemba.site.Item;
import io.gemba.site.Line;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines and their machines, around the clock: items in turn with a changeover between them,
 * short jams, and what a stop does to the machines before (blocked) and behind (starved). Machines
 * of no line are not simulated: their readings come from elsewhere. Pure and stepped in simulated
 * time: same seed, start and times, same readings. Not thread safe.
 */
public final class PlantModel {
  /** Between two reports of a machine that keeps its state. */
  static final long REPORT_MILLIS = 5_000;

  private static final long ITEM_MILLIS = 3 * 3_600_000L;
  private static final long CHANGEOVER_MILLIS = 6 * 60_000L;
  private static final double BUFFER_SECONDS = 15;

  private final List<LineModel> lines = new ArrayList<>();
  private final Sequence sequence;
  private final Faults faults;
  private long lastMillis;

  /** What a step gave, in the order of the site file. */
  public record Step(List<Reading> readings, List<MachineState> states) {}

  /** A line: its machines from first to last, and how long each has stood. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
  private record LineModel(
      String id,
      double unitsPerSecond,
      List<String> items,
      List<MachineModel> machines,
      double[] stood) {}

  /**
   * How a run begins.
   *
   * @param seed same seed, same readings
   * @param millis time of the start; sequence numbers begin there too
   * @param speed how many times as often as the site says sensors are read, above 0
   */
  public record Start(long seed, long millis, double speed) {}

  /**
   * @param faults read at each step
   */
  PlantModel(Site site, Start start, Faults faults) {
    this.faults = faults;
    this.sequence = new Sequence(start.millis());
    this.lastMillis = start.millis();
    for (Line line : site.lines()) {
      List<MachineModel> machines =
          site.machines().stream()
              .filter(machine -> machine.line().equals(line.id()))
              .map(machine -> new MachineModel(machine, start))
              .toList();
      List<String> items =
          site.items().stream().filter(i -> i.source().equals(line.id())).map(Item::id).toList();
      lines.add(
          new LineModel(
              line.id(), line.unitsPerHour() / 3600, items, machines, new double[machines.size()]));
    }
  }

  /**
   * Goes on to a time.
   *
   * @param atMillis after that of the step before
   */
  public Step step(long atMillis) {
    if (atMillis <= lastMillis) {
      throw new IllegalArgumentException(
          "atMillis (%d) must be after the step before (%d).".formatted(atMillis, lastMillis));
    }
    double seconds = (atMillis - lastMillis) / 1000.0;
    List<Reading> readings = new ArrayList<>();
    List<MachineState> states = new ArrayList<>();
    for (LineModel line : lines) {
      move(line, atMillis, seconds);
      for (MachineModel machine : line.machines()) {
        machine.read(atMillis, seconds, faults, readings, sequence);
        machine.report(atMillis, REPORT_MILLIS, itemOn(line, atMillis), states, sequence);
      }
    }
    lastMillis = atMillis;
    return new Step(readings, states);
  }

  private void move(LineModel line, long atMillis, double seconds) {
    List<MachineModel> machines = line.machines();
    for (int i = 0; i < machines.size(); i++) {
      boolean stands = machines.get(i).stopsByItself(atMillis, seconds, faults);
      line.stood()[i] = stands ? line.stood()[i] + seconds : 0;
    }
    boolean changes = isChangeover(line, atMillis);
    for (int i = 0; i < machines.size(); i++) {
      State state = changes && line.stood()[i] == 0 ? State.CHANGEOVER : stateOf(line.stood(), i);
      machines.get(i).step(state, atMillis, seconds, line.unitsPerSecond(), faults);
    }
  }

  /** A stop reaches the neighbours once the buffer between them is empty or full. */
  private static State stateOf(double[] stood, int machine) {
    if (stood[machine] > 0) {
      return State.DOWN;
    }
    for (int before = machine - 1; before >= 0; before--) {
      if (stood[before] > BUFFER_SECONDS) {
        return State.STARVED;
      }
    }
    for (int behind = machine + 1; behind < stood.length; behind++) {
      if (stood[behind] > BUFFER_SECONDS) {
        return State.BLOCKED;
      }
    }
    return State.RUNNING;
  }

  private static boolean isChangeover(LineModel line, long atMillis) {
    return line.items().size() > 1
        && Math.floorMod(shifted(line, atMillis), ITEM_MILLIS) < CHANGEOVER_MILLIS;
  }

  private static @Nullable String itemOn(LineModel line, long atMillis) {
    if (line.items().isEmpty()) {
      return null;
    }
    long turn = Math.floorDiv(shifted(line, atMillis), ITEM_MILLIS);
    return line.items().get((int) Math.floorMod(turn, (long) line.items().size()));
  }

  /** Lines change over at different times. */
  private static long shifted(LineModel line, long atMillis) {
    return atMillis + Math.floorMod(Objects.hash(line.id()) * 7_919_000L, ITEM_MILLIS);
  }
}

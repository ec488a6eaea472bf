package io.gemba.sensors.simulation;

import io.gemba.site.Machine;
import io.gemba.site.Sensor;
import io.gemba.site.Site;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Run-to-failure histories of the simulated parts that wear, as a plant would have kept them:
 * {@code unit,SENSOR,...}, a row a cycle of running with the mean of each sensor. The parts are
 * others than those of a running simulation as long as the seeds differ.
 */
public final class WearHistories {
  private static final long FIRST_MILLIS = 1_700_000_000_000L;

  private WearHistories() {}

  /** Machines whose part the simulator wears down: those of no line that have one. */
  public static List<Machine> machines(Site site) {
    return site.machines().stream()
        .filter(machine -> machine.line().isEmpty() && machine.wearPart() != null)
        .toList();
  }

  /**
   * Writes the lives of parts, one after the other, each from new to its failure.
   *
   * @param machine one of {@link #machines}
   * @param units how many parts, above 0
   * @param out replaced when it is there
   */
  public static void write(Machine machine, long seed, int units, Path out) throws IOException {
    WearingMachine model = new WearingMachine(machine, seed);
    try (BufferedWriter lines = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      lines.write("unit");
      for (Sensor sensor : machine.sensors()) {
        lines.write("," + sensor.id());
      }
      lines.write("\n");
      long putIn = FIRST_MILLIS;
      for (int unit = 1; unit <= units; unit++) {
        long cycles = model.lifeMillis(putIn) / model.cycleMillis();
        for (int cycle = 0; cycle < cycles; cycle++) {
          lines.write(row(model, unit, putIn, cycle));
        }
        putIn = model.repairedMillis(putIn);
      }
    }
  }

  private static String row(WearingMachine model, int unit, long putIn, int cycle) {
    long begin = putIn + cycle * model.cycleMillis();
    StringBuilder row = new StringBuilder().append(unit);
    List<Sensor> sensors = model.machine().sensors();
    for (int i = 0; i < sensors.size(); i++) {
      row.append(',').append(String.format(Locale.ROOT, "%.5f", mean(model, i, putIn, begin)));
    }
    return row.append('\n').toString();
  }

  private static double mean(WearingMachine model, int sensor, long putIn, long begin) {
    long every = Math.round(model.machine().sensors().get(sensor).everySeconds() * 1_000);
    double sum = 0;
    int count = 0;
    for (long at = begin; at < begin + model.cycleMillis(); at += every) {
      sum += model.reading(sensor, putIn, at).value();
      count++;
    }
    return sum / count;
  }
}

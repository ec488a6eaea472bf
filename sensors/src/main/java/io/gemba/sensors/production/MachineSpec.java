package io.gemba.sensors.production;

import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the site file says of a machine.
 *
 * @param machine its id
 * @param line its line; empty when it belongs to none
 * @param lineUnitsPerHour what the line makes when nothing is wrong; 0 without a line
 * @param idealCycleSeconds seconds for one unit at best
 * @param downtimeCentsPerMinute what a minute of standing costs
 * @param scrapCentsPerUnit what a unit thrown away costs
 * @param reworkCentsPerUnit what working on a unit again costs
 * @param microStopMillis a stop that lasts less is a micro-stop
 */
public record MachineSpec(
    String machine,
    String line,
    double lineUnitsPerHour,
    double idealCycleSeconds,
    long downtimeCentsPerMinute,
    long scrapCentsPerUnit,
    long reworkCentsPerUnit,
    long microStopMillis)
    implements Serializable {
  private static final double MICRO_STOP_SECONDS = 300;
  private static final double MILLIS_PER_SECOND = 1000;

  /** All machines of a site, by id. */
  public static Map<String, MachineSpec> of(Site site) {
    Map<String, MachineSpec> specs = new TreeMap<>();
    for (Machine machine : site.machines()) {
      double unitsPerHour = site.findLine(machine.line()).map(Line::unitsPerHour).orElse(0.0);
      specs.put(
          machine.id(),
          new MachineSpec(
              machine.id(),
              machine.line(),
              unitsPerHour,
              machine.idealCycleSeconds(),
              machine.downtimeCentsPerMinute(),
              machine.scrapCentsPerUnit(),
              Objects.requireNonNullElse(machine.reworkCentsPerUnit(), 0L),
              microStopMillis(machine)));
    }
    return specs;
  }

  private static long microStopMillis(Machine machine) {
    double seconds = Objects.requireNonNullElse(machine.microStopSeconds(), MICRO_STOP_SECONDS);
    return Math.round(seconds * MILLIS_PER_SECOND);
  }
}

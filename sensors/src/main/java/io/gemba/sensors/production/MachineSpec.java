package io.gemba.sensors.production;

import io.gemba.site.Line;
import io.gemba.site.Machine;
import io.gemba.site.Site;
import java.io.Serializable;
import java.util.Map;
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
 */
public record MachineSpec(
    String machine,
    String line,
    double lineUnitsPerHour,
    double idealCycleSeconds,
    long downtimeCentsPerMinute,
    long scrapCentsPerUnit)
    implements Serializable {

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
              machine.scrapCentsPerUnit()));
    }
    return specs;
  }
}

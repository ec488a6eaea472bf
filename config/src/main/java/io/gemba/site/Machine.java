package io.gemba.site;

import java.io.Serializable;
import java.util.List;

/**
 * A machine of a line.
 *
 * @param id unique, part of MQTT topics: no {@code / + #}
 * @param name for people
 * @param line its line; empty when it belongs to none
 * @param idealCycleSeconds seconds for one unit at best, above 0
 * @param downtimeCentsPerMinute what a minute of standing costs
 * @param scrapCentsPerUnit what a unit thrown away costs
 * @param sensors may be empty
 */
public record Machine(
    String id,
    String name,
    String line,
    double idealCycleSeconds,
    long downtimeCentsPerMinute,
    long scrapCentsPerUnit,
    List<Sensor> sensors)
    implements Serializable {
  /** Copies the sensors. */
  public Machine {
    sensors = List.copyOf(sensors);
  }
}

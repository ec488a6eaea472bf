package io.gemba.site;

import java.io.Serializable;

/**
 * A sensor of a machine. Its full id is {@code machine/sensor}.
 *
 * @param id unique within its machine, part of MQTT topics: no {@code / + #}
 * @param name for people
 * @param unit for people, for example {@code bar}
 * @param minimum least value that can be true
 * @param maximum greatest value that can be true
 * @param everySeconds expected time between readings, above 0
 */
public record Sensor(
    String id, String name, String unit, double minimum, double maximum, double everySeconds)
    implements Serializable {}

package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    String unit,
    double minimum,
    double maximum,
    @Positive double everySeconds)
    implements Serializable {}

package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param reworkCentsPerUnit what working on a unit again costs; nothing when missing
 * @param microStopSeconds a stop that lasts less is a micro-stop; 300 when missing
 * @param wearPart the part whose remaining life is told; none when missing
 */
public record Machine(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    String line,
    @Positive double idealCycleSeconds,
    @PositiveOrZero long downtimeCentsPerMinute,
    @PositiveOrZero long scrapCentsPerUnit,
    List<Sensor> sensors,
    @PositiveOrZero @Nullable Long reworkCentsPerUnit,
    @PositiveOrZero @Nullable Double microStopSeconds,
    @Nullable WearPart wearPart)
    implements Serializable {
  /** Copies the sensors. */
  public Machine {
    sensors = List.copyOf(sensors);
  }

  /** A machine whose rework costs nothing, with the usual limit of micro-stops and no wear part. */
  public Machine(
      String id,
      String name,
      String line,
      double idealCycleSeconds,
      long downtimeCentsPerMinute,
      long scrapCentsPerUnit,
      List<Sensor> sensors) {
    this(
        id,
        name,
        line,
        idealCycleSeconds,
        downtimeCentsPerMinute,
        scrapCentsPerUnit,
        sensors,
        null,
        null,
        null);
  }

  /** The same machine with a part that wears. */
  public Machine with(WearPart part) {
    return new Machine(
        id,
        name,
        line,
        idealCycleSeconds,
        downtimeCentsPerMinute,
        scrapCentsPerUnit,
        sensors,
        reworkCentsPerUnit,
        microStopSeconds,
        part);
  }
}

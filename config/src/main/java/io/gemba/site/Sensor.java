package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sensor of a machine. Its full id is {@code machine/sensor}.
 *
 * @param id unique within its machine, part of MQTT topics: no {@code / + #}
 * @param name for people
 * @param unit of its values as people see them, for example {@code bar}
 * @param minimum least value that can be true
 * @param maximum greatest value that can be true
 * @param everySeconds expected time between readings, above 0
 * @param control its control chart; none when missing
 * @param conversion from what the device sends to the unit; as it is when missing
 * @param calibrationDue last day on which its calibration counts; none when missing
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
    @Positive double everySeconds,
    @Nullable Control control,
    @Nullable Conversion conversion,
    @Nullable LocalDate calibrationDue)
    implements Serializable {

  /** A sensor without a control chart. */
  public Sensor(
      String id, String name, String unit, double minimum, double maximum, double everySeconds) {
    this(id, name, unit, minimum, maximum, everySeconds, null, null, null);
  }

  /**
   * A straight line from what a device sends to the sensor's unit: sent x factor + offset.
   *
   * @param factor not 0; 0.0689476 takes psi to bar
   * @param offset added after; -17.7778 with a factor of 0.555556 takes degrees Fahrenheit to
   *     Celsius
   */
  public record Conversion(double factor, double offset) implements Serializable {
    /**
     * @throws IllegalArgumentException if the factor is 0
     */
    public Conversion {
      if (factor == 0) {
        throw new IllegalArgumentException(
            "factor (0) would make all readings equal. Give what one unit sent is in the sensor's unit.");
      }
    }

    /** The value in the sensor's unit. */
    public double of(double sent) {
      return sent * factor + offset;
    }
  }

  /**
   * A control chart of a sensor.
   *
   * @param readings readings a point: 1 for a chart of single readings, 2 to 25 for means and
   *     ranges
   * @param everySeconds time between points, above 0; far enough apart that one does not follow
   *     from the other
   * @param specificationLow least value that is good; null when there is none
   * @param specificationHigh greatest value that is good; null when there is none
   */
  public record Control(
      @DecimalMin("1") @DecimalMax("25") int readings,
      @Positive double everySeconds,
      @Nullable Double specificationLow,
      @Nullable Double specificationHigh)
      implements Serializable {
    /**
     * @throws IllegalArgumentException if the specification limits are the wrong way round
     */
    public Control {
      if (specificationLow != null
          && specificationHigh != null
          && specificationLow >= specificationHigh) {
        throw new IllegalArgumentException(
            "specificationLow (%s) must be below specificationHigh (%s)."
                .formatted(specificationLow, specificationHigh));
      }
    }
  }
}

package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;

/**
 * Somewhere goods are made, kept or sold.
 *
 * @param id unique
 * @param name for people
 * @param kind what is done there
 * @param latitude WGS84 degrees
 * @param longitude WGS84 degrees
 * @param opens earliest delivery, local time
 * @param closes latest delivery, local time, after {@code opens}
 * @param serviceMinutes time a van stands there for one delivery
 */
public record Place(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    Kind kind,
    @DecimalMin("-90") @DecimalMax("90") double latitude,
    @DecimalMin("-180") @DecimalMax("180") double longitude,
    LocalTime opens,
    LocalTime closes,
    @PositiveOrZero double serviceMinutes)
    implements Serializable {

  /** What is done at a place. */
  public enum Kind {
    PLANT,
    WAREHOUSE,
    STORE,
    CUSTOMER
  }
}

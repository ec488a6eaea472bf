package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param access what else deliveries there ask; null = nothing
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
    @PositiveOrZero double serviceMinutes,
    @Nullable Access access)
    implements Serializable {

  /** A missing access is none. */
  public Place {
    access = access == null ? Access.NONE : access;
  }

  /** A place that any van can deliver to. */
  public Place(
      String id,
      String name,
      Kind kind,
      double latitude,
      double longitude,
      LocalTime opens,
      LocalTime closes,
      double serviceMinutes) {
    this(id, name, kind, latitude, longitude, opens, closes, serviceMinutes, null);
  }

  /** What else deliveries there ask, nothing when the file has none. */
  @Override
  public Access access() {
    return Objects.requireNonNull(access);
  }

  /**
   * What deliveries to a place ask.
   *
   * @param alsoOpen when deliveries may come too, later than {@code opens} to {@code closes}, in
   *     order of time
   * @param needs skills that the van must have
   * @param refusesLate whether nobody takes goods in after the window; null = they come late, at a
   *     price
   * @param centsPerLateMinute that price; null = the van's
   */
  public record Access(
      List<Open> alsoOpen,
      List<String> needs,
      @Nullable Boolean refusesLate,
      @PositiveOrZero @Nullable Long centsPerLateMinute)
      implements Serializable {
    /** Nothing. */
    public static final Access NONE = new Access(List.of(), List.of(), null, null);

    /** Whether a delivery after the window is none. */
    public boolean hasHardWindow() {
      return refusesLate != null && refusesLate;
    }

    /** Copies the lists. */
    public Access {
      alsoOpen = List.copyOf(alsoOpen);
      needs = List.copyOf(needs);
    }
  }

  /**
   * A time of every day.
   *
   * @param opens earliest delivery, local time
   * @param closes latest delivery, local time
   */
  public record Open(LocalTime opens, LocalTime closes) implements Serializable {}

  /** What is done at a place. */
  public enum Kind {
    PLANT,
    WAREHOUSE,
    STORE,
    CUSTOMER
  }
}

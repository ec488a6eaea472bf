package io.gemba.site;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A van.
 *
 * @param id unique
 * @param name for people
 * @param depot place it starts and ends at
 * @param boxes most boxes
 * @param kilograms most weight
 * @param shiftStart earliest departure, local time
 * @param shiftEnd latest return, local time
 * @param fixedCents cost of using it on a day
 * @param centsPerKilometre cost of driving
 * @param centsPerHour cost of the driver and van on the road
 * @param centsPerLateMinute what a minute after a delivery window costs
 * @param duty what else its day asks; null = nothing
 */
public record Vehicle(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    @NotBlank String depot,
    @Positive double boxes,
    @Positive double kilograms,
    LocalTime shiftStart,
    LocalTime shiftEnd,
    @PositiveOrZero long fixedCents,
    @PositiveOrZero long centsPerKilometre,
    @PositiveOrZero long centsPerHour,
    @PositiveOrZero long centsPerLateMinute,
    @Nullable Duty duty)
    implements Serializable {

  /** A missing duty is none. */
  public Vehicle {
    duty = duty == null ? Duty.NONE : duty;
  }

  /** A van with nothing more to its day. */
  public Vehicle(
      String id,
      String name,
      String depot,
      double boxes,
      double kilograms,
      LocalTime shiftStart,
      LocalTime shiftEnd,
      long fixedCents,
      long centsPerKilometre,
      long centsPerHour,
      long centsPerLateMinute) {
    this(
        id,
        name,
        depot,
        boxes,
        kilograms,
        shiftStart,
        shiftEnd,
        fixedCents,
        centsPerKilometre,
        centsPerHour,
        centsPerLateMinute,
        null);
  }

  /** What else its day asks, nothing when the file has none. */
  @Override
  public Duty duty() {
    return Objects.requireNonNull(duty);
  }

  /**
   * What a van's day asks beside its shift and its load.
   *
   * @param profile name of its roads ({@link Routing#profiles}); null = those of all
   * @param skills what it can do that places and items may need, for example {@code tail-lift}
   * @param breaks of the driver, in order of time
   * @param reloads how it may come back to its depot for more; null = never as a plan of the day
   * @param limits of its day; null = none
   * @param capacities most of each other load that items have
   */
  public record Duty(
      @Nullable String profile,
      List<String> skills,
      List<Break> breaks,
      @Nullable Reloads reloads,
      @Nullable Limits limits,
      List<Capacity> capacities)
      implements Serializable {
    /** Nothing. */
    public static final Duty NONE = new Duty(null, List.of(), List.of(), null, null, List.of());

    /** Copies the lists. */
    public Duty {
      skills = List.copyOf(skills);
      breaks = List.copyOf(breaks);
      capacities = List.copyOf(capacities);
    }
  }

  /**
   * A break of the driver, on each day that the van is on the road for it.
   *
   * @param earliest earliest start, local time
   * @param latest latest start, local time
   * @param minutes how long; paid
   */
  public record Break(LocalTime earliest, LocalTime latest, @Positive double minutes)
      implements Serializable {}

  /**
   * Coming back to the depot to load more.
   *
   * @param most times a day
   * @param minutes at the depot each time
   */
  public record Reloads(@Positive int most, @PositiveOrZero double minutes)
      implements Serializable {}

  /**
   * The most of a day; null = any.
   *
   * @param kilometres on the road
   * @param hours on the road
   * @param stops deliveries
   */
  public record Limits(
      @Positive @Nullable Double kilometres,
      @Positive @Nullable Double hours,
      @DecimalMin("1") @Nullable Integer stops)
      implements Serializable {}

  /**
   * Room for a load beside boxes and weight.
   *
   * @param load name of it, as items have it
   * @param most on board; 0 = the van carries nothing that has any
   */
  public record Capacity(@NotBlank String load, @PositiveOrZero double most)
      implements Serializable {}
}

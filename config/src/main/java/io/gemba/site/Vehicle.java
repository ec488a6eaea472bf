package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;

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
    @PositiveOrZero long centsPerLateMinute)
    implements Serializable {}

package io.gemba.site;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * Rates that belong to no single thing.
 *
 * @param underCoverCentsPerHour price of an hour of work that nobody covers
 * @param overCoverCentsPerHour price of an hour of a person too many, on top of the wage
 * @param restHours least hours between two shifts of a person
 * @param maximumConsecutiveDays most days in a row
 * @param fairnessCentsPerHour price of an hour that somebody works more than the average of equals
 * @param undeliveredFactor share of an order's value that is lost when it is not delivered
 * @param detourFactor road length over great circle length, at least 1
 * @param kilometresPerHour average speed of a van
 */
public record CostRates(
    @PositiveOrZero long underCoverCentsPerHour,
    @PositiveOrZero long overCoverCentsPerHour,
    @PositiveOrZero double restHours,
    @Positive int maximumConsecutiveDays,
    @PositiveOrZero long fairnessCentsPerHour,
    @PositiveOrZero double undeliveredFactor,
    @DecimalMin("1") double detourFactor,
    @Positive double kilometresPerHour)
    implements Serializable {}

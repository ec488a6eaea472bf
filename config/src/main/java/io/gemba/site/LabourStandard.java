package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * How much work a task is.
 *
 * @param task unique with the place, for example {@code pick}, {@code pack}, {@code produce}
 * @param place where it is done
 * @param skill skill it needs
 * @param secondsPerUnit seconds of one person's work per unit, above 0
 * @param minimumHeads people needed while there is any of it, 0 or more
 */
public record LabourStandard(
    @NotBlank String task,
    @NotBlank String place,
    @NotBlank String skill,
    @Positive double secondsPerUnit,
    @PositiveOrZero int minimumHeads)
    implements Serializable {}

package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;

/**
 * A production line.
 *
 * @param id unique among suppliers and lines
 * @param name for people
 * @param place the plant it stands in
 * @param unitsPerHour what it makes when nothing is wrong
 */
public record Line(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    @NotBlank String place,
    @Positive double unitsPerHour)
    implements Serializable {}

package io.gemba.site;

import java.io.Serializable;

/**
 * A production line.
 *
 * @param id unique among suppliers and lines
 * @param name for people
 * @param place the plant it stands in
 * @param unitsPerHour what it makes when nothing is wrong
 */
public record Line(String id, String name, String place, double unitsPerHour)
    implements Serializable {}

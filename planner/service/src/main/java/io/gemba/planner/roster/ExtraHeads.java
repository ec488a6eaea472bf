package io.gemba.planner.roster;

import java.time.LocalDate;

/**
 * People needed on top of the forecast's work, because something was lost.
 *
 * @param cause id of the shortage this makes up for
 * @param place where
 * @param skill for what
 * @param day when
 * @param fromHour first hour
 * @param toHour the hour after the last one, up to 24
 * @param heads people in each of these hours, above 0
 */
public record ExtraHeads(
    String cause, String place, String skill, LocalDate day, int fromHour, int toHour, int heads) {}
